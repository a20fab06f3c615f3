import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '#tests/harness/runs.ts';
import { leftCgroups } from '#tests/harness/sandbox.ts';
import { cgroupVersion, findHome } from './confine/cgroup.ts';
import { type Confinement, confine, probeConfinement } from './confine.ts';
import { superviseConfined } from './supervise.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'confine-'));
  writeFileSync(join(folder, 'named.txt'), 'named');
  writeFileSync(join(folder, 'unnamed.txt'), 'unnamed');
});
afterAll(() => rmSync(folder, { recursive: true }));

const limits = { memoryMiB: 256, processes: 64 };
const budget = { cpuMs: 5000, wallMs: 20_000, residentKiB: 200 * 1024, processes: 40 };

/** What a script says inside, how it ended and what stopped it. */
async function inside(script: string, change: Partial<Confinement> = {}) {
  const guest = await confine({
    profile: 'guest',
    program: { path: process.execPath },
    args: ['-e', script],
    readable: [join(folder, 'named.txt')],
    limits,
    channels: 1,
    weakSandbox: false,
    ...change,
  });
  const supervisor = superviseConfined(guest, budget);
  let said = '';
  guest.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const ending = await guest.ended;
  return { said, ending, strike: supervisor.strike };
}

const startIdle = () =>
  confine({
    profile: 'guest',
    program: 'node',
    args: ['-e', 'setTimeout(() => {}, 1e6);'],
    readable: [],
    limits,
    channels: 0,
    weakSandbox: false,
  });

const tell = (expression: string) =>
  `const { readFileSync, writeFileSync } = require('node:fs');
   const reach = (f) => { try { return f(); } catch (e) { return e.code ?? e.message; } };
   console.log(JSON.stringify(${expression}));`;

test('nothing is there but what was named', async () => {
  const { said } = await inside(
    tell(`{
      named: reach(() => readFileSync(${JSON.stringify(join(folder, 'named.txt'))}, 'utf8')),
      unnamed: reach(() => readFileSync(${JSON.stringify(join(folder, 'unnamed.txt'))}, 'utf8')),
      passwords: reach(() => readFileSync('/etc/passwd', 'utf8')),
      status: reach(() => readFileSync('/proc/self/status', 'utf8')),
      network: reach(() => require('node:os').networkInterfaces()),
      environment: Object.keys(process.env).filter((name) => name !== 'PWD'),
      user: [process.getuid(), process.getgid()],
      root: reach(() => writeFileSync('/x', 'x')),
      dev: reach(() => writeFileSync('/dev/null', 'x')),
    }`),
  );
  expect(JSON.parse(said)).toEqual({
    named: 'named',
    unnamed: 'ENOENT',
    passwords: 'ENOENT',
    status: 'ENOENT',
    network: 'ERR_SYSTEM_ERROR',
    environment: [],
    user: [65_534, 65_534],
    root: 'EROFS',
    dev: 'ENOENT',
  });
});

test('nothing can be written, in no folder', async () => {
  const { said } = await inside(
    tell(`[
      ${JSON.stringify(join(folder, 'named.txt'))}, ${JSON.stringify(join(folder, 'other.txt'))}, '/x', '/dev/shm/x',
      process.execPath,
    ].map((path) => reach(() => writeFileSync(path, 'forged')))`),
  );
  expect(JSON.parse(said)).toEqual(['EROFS', 'EROFS', 'EROFS', 'ENOENT', 'EROFS']);
  expect(readFileSync(join(folder, 'named.txt'), 'utf8')).toBe('named');
});

test('Node’s own permissions stand inside', async () => {
  const { said } = await inside(
    tell(
      "[reach(() => require('node:child_process').execSync('id')), reach(() => readFileSync('/etc/passwd'))]",
    ),
    { program: 'node' },
  );
  expect(JSON.parse(said)).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED']);
});

test('messages pass on the channel, both ways', async () => {
  const guest = await confine({
    profile: 'guest',
    program: 'node',
    args: [
      '-e',
      "const fs = require('node:fs'); const b = Buffer.alloc(5); fs.readSync(3, b); fs.writeSync(3, b.toString().toUpperCase());",
    ],
    readable: [],
    limits,
    channels: 1,
    weakSandbox: false,
  });
  const [channel] = guest.channels;
  channel?.write('hello');
  let heard = '';
  channel?.on('data', (chunk) => {
    heard += String(chunk);
  });
  expect(await guest.ended).toEqual({ code: 0, signal: null, outOfMemory: false });
  await expect.poll(() => heard).toBe('HELLO');
});

// More than the supervisor lets pass and less than the cgroup does, which would end it first where we are kept waiting.
const hoarding = `const a = Array.from({ length: 180 }, () => Buffer.alloc(2 ** 20, 1)); setTimeout(() => a, 1e6);`;

test.each([
  ['CPU', 'for (;;);', { cpuMs: 200 }, 'cpu'],
  ['time', 'setTimeout(() => {}, 1e6);', { wallMs: 300 }, 'wall'],
  ['memory', hoarding, {}, 'memory'],
])('too much %s is stopped from outside', async (...[, script, change, strike]) => {
  const guest = await confine({
    profile: 'guest',
    program: 'node',
    args: ['-e', script],
    readable: [],
    limits,
    channels: 0,
    weakSandbox: false,
  });
  const supervisor = superviseConfined(guest, { ...budget, ...change });
  expect(await guest.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  expect(supervisor.strike).toBe(strike);
});

test('the death of what was confined is told as it was', async () => {
  expect((await inside('process.exit(7)')).ending).toMatchObject({ code: 7, signal: null });
  expect((await inside('process.abort()')).ending).toMatchObject({ code: null, signal: 'SIGABRT' });
});

test('where a group can be made, what is confined has one as long as it lives', async () => {
  const guest = await startIdle();
  expect(leftCgroups().length > 0).toBe(cgroupVersion() !== null);
  guest.kill();
  await guest.ended;
  await expect.poll(leftCgroups).toEqual([]);
});

// bubblewrap's inner process ties itself to the outer one late: an outer one that dies before leaves it running.
test('what is killed before its walls stand does not outlive it', async () => {
  const pids: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    const guest = await startIdle();
    guest.kill();
    expect(await guest.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    pids.push(guest.pid);
  }
  await expect.poll(() => pids.filter(runs)).toEqual([]);
  await expect.poll(leftCgroups).toEqual([]);
});

test('a fork bomb ends with its sandbox', async () => {
  const { strike, ending } = await inside(
    "const { spawn } = require('node:child_process'); for (let i = 0; i < 60; i += 1) spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1e6)']).on('error', () => {}); setTimeout(() => {}, 1e6);",
    { profile: 'checker', limits: { memoryMiB: 4096, processes: 1000 } },
  );
  expect(ending.signal).toBe('SIGKILL');
  expect(['processes', 'memory', 'cpu']).toContain(strike);
});

test.each<[string, Parameters<typeof confine>[1]]>([
  ['is missing', { missing: 'bubblewrap' }],
  ['is there and may not work, as in most containers,', { bwrap: '/bin/false', prlimit: '/usr/bin/prlimit' }],
])('where bubblewrap %s nothing runs, unless a weak sandbox is asked for by name', async (_, tools) => {
  const script = tell(
    "[reach(() => require('node:child_process').execSync('id')), reach(() => readFileSync('/etc/passwd'))]",
  );
  const confinement: Confinement = {
    profile: 'guest',
    program: 'node',
    args: ['-e', script],
    readable: [],
    limits,
    channels: 1,
    weakSandbox: false,
  };
  await expect(confine(confinement, tools)).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' });
  const guest = await confine({ ...confinement, weakSandbox: true }, tools);
  let said = '';
  guest.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  expect(await guest.ended).toMatchObject({ code: 0 });
  expect(JSON.parse(said)).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED']);
});

test('a weak sandbox has all walls where they can stand', async () => {
  const { said } = await inside(tell("reach(() => readFileSync('/etc/passwd'))"), { weakSandbox: true });
  expect(JSON.parse(said)).toBe('ENOENT');
});

test('what the judge was started with is not open inside', async () => {
  const face = new URL('./confine.ts', import.meta.url).href;
  const leaked = openSync(join(folder, 'unnamed.txt'), 'r');
  const judge = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { confine } = await import(${JSON.stringify(face)});
       const { stdout } = await confine({ profile: 'guest', program: { path: process.execPath }, readable: [], channels: 0,
         args: ['-e', "console.log(require('node:fs').readFileSync(40, 'latin1'))"],
         limits: { memoryMiB: 256, processes: 64 }, weakSandbox: false });
       stdout.pipe(process.stdout);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit', ...Array.from({ length: 37 }, () => 'ignore' as const), leaked] },
  );
  let said = '';
  judge.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  await once(judge, 'close');
  closeSync(leaked);
  expect(said).toBe('\n');
});

test('what is confined dies with the judge, even where the judge is killed', async () => {
  const face = new URL('./confine.ts', import.meta.url).href;
  const judge = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { confine } = await import(${JSON.stringify(face)});
     const { pid, stdout } = await confine({ profile: 'guest', program: 'node', args: ['-e', 'console.log(1); for (;;);'], readable: [],
       channels: 0, limits: { memoryMiB: 256, processes: 64 }, weakSandbox: false });
     // bubblewrap ties what it starts to us just before it starts it.
     stdout.once('data', () => console.log(pid));`,
  ]);
  const [pid] = await once(judge.stdout, 'data');
  expect(runs(Number(String(pid)))).toBe(true);
  judge.kill('SIGKILL');
  await expect.poll(() => runs(Number(String(pid)))).toBe(false);
});

const home = findHome({ mounts: '/sys/fs/cgroup', own: readFileSync('/proc/self/cgroup', 'latin1') });
test.skipIf(home === null)(
  'what still runs in the group of a judge that is gone is ended by the next one',
  async () => {
    const stay = ['-e', 'setTimeout(() => {}, 1e6)'];
    const gone = spawn(process.execPath, stay, { stdio: 'ignore' });
    const parent = home?.version === 1 ? home.memory : String(home?.unified);
    const group = join(parent, `whetstone-${gone.pid}-0`);
    mkdirSync(group);
    const left = spawn(process.execPath, stay, { stdio: 'ignore' });
    const ended = once(left, 'close');
    writeFileSync(join(group, 'cgroup.procs'), String(left.pid));
    // Only now: a judge of another test that starts at this moment would take an empty group away.
    gone.kill();
    await once(gone, 'close');
    const face = new URL('./confine/cgroup.ts', import.meta.url).href;
    const script = `(await import(${JSON.stringify(face)})).cgroupVersion();`;
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    expect(await ended).toEqual([null, 'SIGKILL']);
    await expect.poll(() => existsSync(group)).toBe(false);
  },
);

test('every layer is in force where this test runs, and nothing is left of the groups', async () => {
  const { cgroup, missing, ...layers } = await probeConfinement();
  expect(missing).toBeNull();
  expect(layers).toEqual({
    bubblewrap: true,
    namespaces: true,
    seccomp: true,
    noNewPrivileges: true,
    noCapabilities: true,
    rlimits: true,
    nodePermission: true,
    trouble: null,
  });
  expect([1, 2, null]).toContain(cgroup);
  await expect.poll(leftCgroups).toEqual([]);
});
