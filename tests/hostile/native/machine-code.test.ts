/**
 * V8 is assumed broken: machine code runs in place of Node, behind the walls of each profile, and tries everything. The
 * expected answers stand in {@link file://./tries.ts}.
 */
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '#judge/confine/syscalls.ts';
import { confine } from '#judge/confine.ts';
import { leftProcesses } from '#tests/harness/sandbox.ts';
import { confinementOf, profiles } from './confinements.ts';
import { programOf } from './machine-code.ts';
import { everywhere, type Try, triesOf } from './tries.ts';

let folder: string;
/** In the home folder of whoever runs the judge. */
let home: string;
let tries: Try[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-native-'));
  home = mkdtempSync(join(homedir(), '.whetstone-native-'));
  const [readable, secret, key] = [
    join(folder, 'readable.txt'),
    join(folder, 'secret.txt'),
    join(home, 'id_rsa'),
  ] as const;
  for (const path of [readable, secret, key]) writeFileSync(path, 'said to nobody');
  tries = triesOf({
    judge: process.pid,
    readable,
    secrets: [secret, key],
    socket: join(folder, '.s.PGSQL.5432'),
  });
});
afterAll(() => {
  for (const made of [folder, home]) rmSync(made, { recursive: true });
  expect(leftProcesses()).toEqual([]);
});

/** Runs a program of machine code behind a profile's walls. */
async function run(profile: Profile, program: Buffer) {
  const path = join(folder, 'program');
  writeFileSync(path, program);
  chmodSync(path, 0o755);
  const intruder = { path, args: [], readable: [join(folder, 'readable.txt')] };
  const confined = await confine(await confinementOf(profile, intruder));
  const said: Buffer[] = [];
  confined.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const { code, signal } = await confined.ended;
  return { said: Buffer.concat(said), code, signal };
}

test('what is not found inside is there outside', () => {
  expect(everywhere.filter((path) => !existsSync(path))).toEqual([]);
});

// The programs are for x64; the filter for arm64 is tried by its unit test.
describe.runIf(process.arch === 'x64').each(profiles)(
  'machine code behind the walls of the %s',
  (profile) => {
    test('gets nowhere, and is told so by the expected errors', async () => {
      const program = programOf(tries.map(([, number, args]) => ({ number, ...(args && { args }) })));
      const { said, code } = await run(profile, program);
      expect(code).toBe(0);
      const answers = tries.map(([what], i) => [what, nameOf(said.readBigInt64LE(i * 8))]);
      const expected = tries.map(([what, , , answer]) => [
        what,
        typeof answer === 'string' ? answer : answer[profile],
      ]);
      expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(expected));
      expect(new Set(tries.map(([what]) => what)).size).toBe(tries.length);
    });

    test('dies when it asks for a kernel call by another architecture’s number', async () => {
      const program = programOf([{ number: 39 }]);
      // mov eax, 20 (getpid of i386); int 0x80. A kernel without i386 has no such interrupt.
      Buffer.from('b814000000cd80', 'hex').copy(program, 120);
      const { said, signal } = await run(profile, program);
      expect(said.length).toBe(0);
      expect(['SIGSYS', 'SIGSEGV']).toContain(signal);
    });
  },
);

function nameOf(result: bigint): string {
  const name = Object.entries(constants.errno).find(([, number]) => BigInt(-number) === result)?.[0];
  return name ?? String(result);
}
