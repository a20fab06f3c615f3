/** Accounts, tokens and submissions without a browser, as the README has it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEnvironment } from '../harness/bare-environment.ts';
import { runWhetstone } from '../harness/commands.ts';
import { openPractice, type Practice, packageSource } from '../harness/practice.ts';

const root = join(import.meta.dirname, '../..');
let practice: Practice;
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  practice = await openPractice();
  folder = mkdtempSync(join(tmpdir(), 'whetstone-commands-'));
  symlinkSync(join(root, 'bin'), join(folder, 'bin'));
  writeFileSync(join(folder, 'solution.ts'), packageSource('prune', 'accepted/plain-loops.ts'));
  writeFileSync(join(folder, 'wrong.ts'), packageSource('prune', 'wrong_answer/keeps-small-weights.ts'));
  environment = {
    DATABASE_URL: practice.database.url,
    WHETSTONE_DATA: join(folder, 'data'),
    WHETSTONE_URL: practice.baseUrl,
  };
});
afterAll(async () => {
  await practice?.close();
  rmSync(folder, { recursive: true, force: true });
});

const token = /^wst_[\w-]{43}\n$/;

test('what the README says of an account, a token and a submission works as it stands there', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const lines = readme.split('\n').filter((line) => /^bin\/whetstone (user add|submit) |^TOKEN=/.test(line));
  expect(lines).toHaveLength(3);
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-e', '-c', lines.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: bareEnvironment(environment),
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  // The password that was made up, and the verdict.
  expect(stdout).toMatch(/^[\w-]{16}\n.*\bAC\b/);
});

test('a token stands alone on standard output, so that a script can take it, and a wrong answer is exit code 1', () => {
  const email = ['--email', 'script@example.org'];
  const added = runWhetstone(['user', 'add', ...email, '--password', 'a long password'], environment);
  expect(added).toEqual({ status: 0, stdout: '', stderr: 'script@example.org is there, as learner\n' });
  const made = runWhetstone(['token', 'create', ...email], environment);
  expect(made).toEqual({ status: 0, stdout: expect.stringMatching(token), stderr: '' });
  const submit = (file: string, given: string) =>
    runWhetstone(['submit', join(folder, file), '--problem', 'prune', '--token', given], environment);
  expect(submit('solution.ts', made.stdout.trim())).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/\bAC\b/),
  });
  expect(submit('wrong.ts', made.stdout.trim())).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/\bWA\b/),
  });
  expect(submit('solution.ts', `wst_${'x'.repeat(43)}`)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/refuses \(401\).*/),
  });
});

test('an account that is there already is not made again, but may be given another role', async () => {
  const email = 'promoted@example.org';
  const user = (verb: string, ...more: string[]) =>
    runWhetstone(['user', verb, '--email', email, ...more], environment);
  expect(user('role', '--role', 'instructor')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining(`${email}: there is no such account`),
  });
  expect(user('add').status).toBe(0);
  expect(user('add', '--role', 'instructor')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/there is an account already.*whetstone user role/),
  });
  expect(user('role', '--role', 'instructor')).toEqual({
    status: 0,
    stdout: '',
    stderr: `${email} was learner and is instructor now\n`,
  });
  const { db } = practice.database;
  expect(await db.user.findUniqueOrThrow({ where: { email } })).toMatchObject({ role: 'instructor' });
});

test('who forgot their password is given another, which alone is printed on standard output', () => {
  const email = ['--email', 'forgetful@example.org'];
  expect(runWhetstone(['user', 'password', ...email], environment)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('there is no such account'),
  });
  const before = runWhetstone(['user', 'add', ...email], environment).stdout;
  const { status, stdout } = runWhetstone(['user', 'password', ...email], environment);
  expect({ status, same: stdout === before }).toEqual({ status: 0, same: false });
  expect(stdout).toMatch(/^[\w-]{16}\n$/);
});
