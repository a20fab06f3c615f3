import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareEnvironment } from '#tests/harness/bare-environment.ts';

function whetstone(...args: string[]) {
  return whetstoneWith({}, ...args);
}

function whetstoneWith(environment: Record<string, string>, ...args: string[]) {
  const program = join(import.meta.dirname, 'whetstone.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, ...args],
    {
      encoding: 'utf8',
      env: bareEnvironment(environment),
    },
  );
  return { status, stdout, stderr };
}

const verbs = [
  ...[
    'start',
    'dev',
    'site',
    'judge',
    'grade',
    'submit',
    'problem',
    'user',
    'token',
    'content',
    'db',
    'doctor',
    'test',
  ],
];

test('--help names every verb', () => {
  const { status, stdout, stderr } = whetstone('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const verb of verbs) expect(stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
});

test.each(verbs)('%s --help tells how it is used, on standard output', (verb) => {
  const { status, stdout, stderr } = whetstone(verb, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`Usage: whetstone ${verb}`);
});

test.each([
  [['brew'], /unknown command 'brew'/],
  [['start', '--port', 'http'], /'http' is invalid. expected a number from 1 to 65535/],
  [['start', '--colour'], /unknown option '--colour'/],
  [['judge', '--concurrency', '1'], /expected a number from 2 to 256/],
  [['submit', 'x.ts'], /required option '--problem <slug>' not specified/],
  [['submit', 'x.ts', '--problem', 'prune'], /a token is needed: --token or WHETSTONE_TOKEN/],
  [['user', 'add'], /required option '--email <address>'/],
  [
    ['user', 'add', '--email', 'a@example.org', '--role', 'king'],
    /Allowed choices are learner, instructor, admin/,
  ],
  [['user', 'add', '--email', 'somebody'], /'somebody' is invalid. expected an email address/],
  [['user', 'add', '--email', 'a@example.org', '--password', 'short'], /expected 10 to 200 characters/],
  [['user', 'role', '--email', 'a@example.org'], /required option '--role <role>'/],
  [['token', 'create'], /required option '--email <address>'/],
  [['test', 'everything'], /Allowed choices are lint, types/],
])('%j is refused with the reason, on standard error alone, and exit code 2', (args, reason) => {
  const { status, stdout, stderr } = whetstone(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(reason);
});

test.each([
  { name: 'WHETSTONE_WEAK_SANDBOX', value: 'yes', args: ['start'], reason: /expected 0 or 1/ },
  { name: 'BETTER_AUTH_SECRET', value: 'short', args: ['site'], reason: /expected at least 32 characters/ },
  {
    name: 'DATABASE_URL',
    value: 'mysql://localhost/x',
    args: ['db', 'status'],
    reason: /expected postgres:\/\//,
  },
  {
    name: 'DATABASE_URL',
    value: 'postgres://me:se#cret@localhost/x',
    args: ['db', 'status'],
    reason: /# as %23/,
  },
])('$name=$value is refused by name, without a stack, and a secret is not printed', (wrong) => {
  const { status, stdout, stderr } = whetstoneWith({ [wrong.name]: wrong.value }, ...wrong.args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(wrong.reason);
  expect(stderr).toContain(wrong.name);
  expect(stderr).not.toMatch(/ {4}at |se#cret/);
});
