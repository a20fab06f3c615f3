/**
 * V8 is assumed broken: a Node program runs in place of a guest, without isolate and permissions, behind the walls that the
 * judge puts up for each profile. What the kernel itself answers to is in machine-code.test.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { homedir, networkInterfaces, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '#judge/confine/syscalls.ts';
import { type Confined, confine } from '#judge/confine.ts';
import type { SandboxPool } from '#judge/sandbox.ts';
import { type Strike, superviseConfined } from '#judge/supervise.ts';
import { leftProcesses, openTestPool, runAll } from '#tests/harness/sandbox.ts';
import { confinementOf, profiles, repository } from './confinements.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const [attacker, flood] = [here('./attacker.mjs'), here('./flood.mjs')];
const budget = { cpuMs: 20_000, wallMs: 30_000, residentKiB: 512 * 1024, processes: 64 };

let pool: SandboxPool;
let folder: string;
/** In the home folder of whoever runs the judge, with a file in it. */
let home: string;
let secret: string;
const servers: Server[] = [];
const callers: string[] = [];
beforeAll(async () => {
  pool = await openTestPool();
  folder = mkdtempSync(join(tmpdir(), 'whetstone-attacker-'));
  home = mkdtempSync(join(homedir(), '.whetstone-attacker-'));
  secret = join(home, 'id_rsa');
  writeFileSync(secret, 'secret');
  // They stand for the database.
  await listen({ path: join(folder, 'socket') });
  await listen({ port: 0, host: '::' });
});
afterAll(async () => {
  for (const server of servers) server.close();
  await pool.close();
  for (const made of [folder, home]) rmSync(made, { recursive: true });
  expect(leftProcesses()).toEqual([]);
});

function listen(where: { path: string } | { port: number; host: string }): Promise<void> {
  const server = createServer((socket) => {
    callers.push(JSON.stringify(where));
    socket.destroy();
  });
  servers.push(server);
  return new Promise((resolve) => server.listen(where, resolve));
}

async function start(profile: Profile, args: string[]): Promise<Confined> {
  const intruder = { path: process.execPath, args, readable: [attacker, flood] };
  return confine(await confinementOf(profile, intruder));
}

/** What it said, how it ended, and what stopped it; an honest submission is served afterwards. */
async function attack(profile: Profile, args: string[]) {
  const confined = await start(profile, args);
  const supervisor = superviseConfined(confined, budget);
  let said = '';
  confined.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const { code, signal, outOfMemory } = await confined.ended;
  const honest = await runAll(pool, { solution: 'export const solve = ({ n }) => n + 1;' });
  expect(honest.map((claim) => claim.outcome)).toEqual([{ kind: 'returned', output: 42 }]);
  return { said, code, signal, outOfMemory, strike: supervisor.strike };
}

const address = () => servers.map((server) => server.address()).find((at) => typeof at === 'object');

const expected = {
  'read the name of the repository': 'ENOENT',
  'read what judges': 'ENOENT',
  'read what is expected': 'ENOENT',
  'list the repository': 'ENOSYS',
  'list the root': 'ENOSYS',
  // Where the repository lies in it, and something of that is mounted, there is such a folder: but nothing else in it.
  'list the home folder': expect.stringMatching(/^(ENOSYS|ENOENT)$/),
  'read a file of the home folder': 'ENOENT',
  'read /etc/passwd': 'ENOENT',
  'read the judge’s environment': 'ENOENT',
  'read the first process’s environment': 'ENOENT',
  'read its own memory': 'ENOENT',
  'be spared by the kernel when memory runs out': 'ENOENT',
  'have core dumps run a program': 'ENOENT',
  environment: [],
  'write to the root': 'EROFS',
  'write to the folder for temporary files': 'ENOENT',
  'write what it may read': 'EROFS',
  'remove what it may read': 'ENOSYS',
  'replace Node': 'EROFS',
  'make a folder': 'ENOSYS',
  'make a link': 'ENOSYS',
  'fill the disk': 'ENOENT',
  'load a library that it wrote': 'EROFS',
  'network interfaces': 'ERR_SYSTEM_ERROR',
  'the database’s socket': 'ENOSYS',
  'the database’s port': 'ENOSYS',
  'the host’s addresses': 'ENOSYS',
  'the same over IPv6': 'ENOSYS',
  'listen on a port': 'ENOSYS',
  'listen on a socket in a file': 'ENOSYS',
  'send a datagram': 'ENOSYS',
  'look up a name': 'EAI_AGAIN',
  'ask a name server': 'ECONNREFUSED',
  'run a program': 'ENOSYS',
  'run a shell': 'ENOSYS',
  'run a program that outlives it': 'ENOSYS',
  fork: 'ENOSYS',
  'kill the judge': 'ESRCH',
  'stop the judge': 'ESRCH',
  'kill everybody': 'ESRCH',
  'become root': 'ENOSYS',
  'become root’s group': 'ENOSYS',
  'a better priority': 'ERR_SYSTEM_ERROR',
  'leave its folder': 'ENOSYS',
};
const noSignals = { 'kill the judge': 'ENOSYS', 'stop the judge': 'ENOSYS', 'kill everybody': 'ENOSYS' };
const differently: Record<Profile, Partial<Record<keyof typeof expected, unknown>>> = {
  guest: {},
  // It may start programs, but there are none but its own; Node asks package.json how it is to read the checker's files.
  checker: {
    'read the name of the repository': 'done',
    // A folder with one link in it, for its compiler.
    'be spared by the kernel when memory runs out': 'EROFS',
    environment: ['GOMAXPROCS'],
    'run a program': 'done',
    'run a shell': 'ENOENT',
    // How long it lives is tried below.
    'run a program that outlives it': 'ran',
    fork: 'ran',
  },
  engine: noSignals,
  // It may list folders, for drivers look for their devices, and finds the places of what it was given.
  'engine-gpu': {
    ...noSignals,
    'list the repository': expect.not.arrayContaining(['package.json', 'judge']),
    'list the root': expect.not.arrayContaining(['etc', 'proc', 'dev', 'sys', 'tmp']),
  },
  snapshot: noSignals,
};

test.each(profiles)('native code behind the walls of the %s fails at whatever it tries', async (profile) => {
  const at = address();
  const addresses = Object.values(networkInterfaces()).flatMap(
    (found) => found?.map((one) => one.address) ?? [],
  );
  const target = {
    judge: process.pid,
    repository,
    home,
    secret,
    socket: join(folder, 'socket'),
    port: at && typeof at === 'object' ? at.port : 0,
    addresses,
    readable: attacker,
  };
  const { said, code } = await attack(profile, [attacker, JSON.stringify(target)]);
  expect(code).toBe(0);
  const told = JSON.parse(said) as Record<string, unknown>;
  const hosts = addresses.map(() => 'ENOSYS');
  expect(told).toEqual({ ...expected, 'the host’s addresses': hosts, ...differently[profile] });
  expect(callers).toEqual([]);
});

/** What of ours is mounted for each, by the kernel's own list; Node, `prlimit` and libraries of the system are beside. */
const mounted: Record<Profile, string[]> = {
  guest: ['.whetstone/cache/tfjs-….snapshot', '.whetstone/cache/…-guest.cjs', 'isolated-vm….node'],
  checker: [
    'judge/compile/guest',
    'judge/compile/wire.ts',
    'judge/frames.ts',
    'node_modules/@typescript/…',
    'node_modules/es-module-lexer',
    'node_modules/typescript',
    'package.json',
  ],
  engine: ['.whetstone/cache/…-reference-cpu.mjs'],
  'engine-gpu': ['.whetstone/cache/…-reference-cpu.mjs'],
  snapshot: ['.whetstone/cache/…-snapshot.cjs', 'isolated-vm….node'],
};

test.each(profiles)('the %s finds what it needs to run, and nothing more', async (profile) => {
  const confined = await start(profile, [flood, 'stay', '0']);
  await once(confined.stdout, 'data');
  const points = readFileSync(`/proc/${confined.pid}/mountinfo`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '');
  confined.kill();
  await confined.ended;
  const ours = points.filter((point) => point.startsWith(`${repository}/`));
  const intruder = [attacker, flood, process.execPath];
  expect(
    ours
      .filter((point) => !intruder.includes(point))
      .map(nameOf)
      .sort(),
  ).toEqual(mounted[profile]);
  const system = /^\/$|^(\/usr)?\/lib(64)?\/.*\.so[.\d]*$|\/prlimit$/;
  expect(
    points.filter((point) => !ours.includes(point) && !intruder.includes(point) && !system.test(point)),
  ).toEqual([]);
});

/** A path of the repository without what differs by version or machine. */
function nameOf(path: string): string {
  if (path.endsWith('.node')) return basename(path).replace(/(?<=^isolated-vm).*(?=\.node$)/, '…');
  return relative(repository, path)
    .replace(/[0-9a-f]{16}/, '…')
    .replace(/(?<=@typescript\/).+/, '…');
}

describe('what takes all there is', () => {
  test.each(profiles)('memory: the %s is stopped', async (profile) => {
    const { signal, strike, outOfMemory } = await attack(profile, [flood, 'memory']);
    expect(signal).toMatch(/SIG(KILL|ABRT|TRAP)/);
    expect(strike === 'memory' || outOfMemory).toBe(true);
  });

  test.each(profiles)('threads: the %s gets no more than its limit', async (profile) => {
    const { said, signal, strike } = await attack(profile, [flood, 'threads']);
    // Refused by a cgroup or the limit on a user's processes, out of address space, or counted by the supervisor.
    expect(said === 'refused' || signal !== null).toBe(true);
    expect([null, 'processes', 'memory']).toContain(strike);
  });

  test('memory of a process that was started by a thread: it counts as well', async () => {
    // More than the supervisor lets pass and less than the cgroup does, which would end that process alone.
    const { signal, strike } = await attack('checker', [flood, 'hidden', '768']);
    expect({ signal, strike }).toEqual({ signal: 'SIGKILL', strike: 'memory' });
  });

  test('processes: the type checker is stopped, and nobody else can start one', async () => {
    const { signal, strike } = await attack('checker', [flood, 'processes']);
    expect(signal).toBe('SIGKILL');
    expect(strike).toBeOneOf<Strike>(['processes', 'memory', 'cpu']);
  });
});

test('nothing outlives a judge that is killed, whatever it ignores or starts', async () => {
  const mark = `mark-${process.pid}-${performance.now()}`;
  const [face, walls] = ['../../../judge/confine.ts', './confinements.ts'].map(
    (path) => new URL(path, import.meta.url).href,
  );
  const judge = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { confine } = await import(${JSON.stringify(face)});
     const { confinementOf } = await import(${JSON.stringify(walls)});
     const intruder = { path: process.execPath, readable: [${JSON.stringify(flood)}],
       args: [${JSON.stringify(flood)}, 'stay', '3', ${JSON.stringify(mark)}] };
     for (const profile of ${JSON.stringify(profiles)}) {
       const { stdout } = await confine(await confinementOf(profile, intruder));
       stdout.pipe(process.stdout);
     }`,
  ]);
  let said = '';
  judge.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  // One each, and the type checker's three more.
  await expect.poll(() => said.split('here').length - 1, { timeout: 40_000 }).toBe(profiles.length + 3);
  expect(marked(mark).length).toBeGreaterThanOrEqual(profiles.length + 3);
  judge.kill('SIGKILL');
  await expect.poll(() => marked(mark)).toEqual([]);
});

/** Processes on this machine with this word among their arguments, but for the judge of this test. */
function marked(mark: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
      return args.includes(mark);
    } catch {
      return false;
    }
  });
}
