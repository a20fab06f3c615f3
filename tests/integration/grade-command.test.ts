import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { bareEnvironment } from '../harness/bare-environment.ts';

const root = join(import.meta.dirname, '../..');
const submissionsOf = (problem: string) => join(root, 'content/problems', problem, 'submissions');
const submissions = submissionsOf('param-count');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'grade-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a user would, without a database or anything else in its environment. */
function whetstone(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/whetstone'), args, {
    encoding: 'utf8',
    timeout: 60_000,
    cwd: folder,
    env: bareEnvironment(),
  });
  return { status, stdout, stderr };
}

const verdict = z.strictObject({
  problem: z.enum(['param-count', 'prune']),
  problemVersion: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  status: z.literal('done'),
  verdict: z.string(),
  score: z.number(),
  maxScore: z.literal(100),
  cpuMs: z.number(),
  memoryKiB: z.number(),
  compile: z.array(z.looseObject({ line: z.number(), column: z.number(), code: z.string() })),
  groups: z.array(z.looseObject({ name: z.string(), verdict: z.string() })),
  tests: z.array(
    z.strictObject({
      name: z.string(),
      group: z.string(),
      sample: z.boolean(),
      verdict: z.string(),
      cpuMs: z.number(),
      memoryKiB: z.number(),
      message: z.string(),
    }),
  ),
  diagnosis: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      message: z.string(),
      question: z.strictObject({ slug: z.string(), title: z.string(), href: z.string() }).nullable(),
    })
    .nullable(),
});

function grade(file: string, problem = 'param-count') {
  const { status, stdout, stderr } = whetstone('grade', file, '--problem', problem, '--json');
  expect(stderr).toBe('');
  const graded = verdict.parse(JSON.parse(stdout));
  expect(graded.problem).toBe(problem);
  return { status, graded };
}

test('a right file: JSON alone on standard output, and exit code 0', () => {
  const { status, graded } = grade(join(submissions, 'accepted/switch-and-add.ts'));
  expect({ status, verdict: graded.verdict, score: graded.score }).toEqual({
    status: 0,
    verdict: 'AC',
    score: 100,
  });
  expect(graded.tests[0]).toMatchObject({ sample: true, verdict: 'AC', message: '' });
});

test('a wrong file: exit code 1, the mistake named, secret values kept', () => {
  const { status, graded } = grade(join(submissions, 'wrong_answer/forgets-biases.ts'));
  expect({ status, verdict: graded.verdict }).toEqual({ status: 1, verdict: 'WA' });
  expect(graded.diagnosis).toMatchObject({
    id: 'forgets-biases',
    question: { slug: 'counting-parameters', href: '/en/questions/counting-parameters' },
  });
  const failing = graded.tests.filter((one) => one.verdict !== 'AC');
  expect(failing.find(({ sample }) => sample)?.message).toMatch(/expected 703/);
  const secret = failing.filter(({ group }) => group === '3-models');
  expect(secret.length).toBeGreaterThan(0);
  for (const { message } of secret) expect(message).not.toMatch(/\d/);
});

test('a problem with TensorFlow.js: the same object alone on standard output, right and wrong', () => {
  const right = grade(join(submissionsOf('prune'), 'accepted/plain-loops.ts'), 'prune');
  expect({ status: right.status, verdict: right.graded.verdict, score: right.graded.score }).toEqual({
    status: 0,
    verdict: 'AC',
    score: 100,
  });
  const wrong = grade(join(submissionsOf('prune'), 'wrong_answer/keeps-small-weights.ts'), 'prune');
  expect({ status: wrong.status, verdict: wrong.graded.verdict }).toEqual({ status: 1, verdict: 'WA' });
  expect(wrong.graded.diagnosis?.id).toBe('keeps-small-weights');
});

test('with --trace standard error has a line a stage and a line a test, and standard output the object alone', () => {
  const file = join(submissions, 'wrong_answer/forgets-biases.ts');
  const { status, stdout, stderr } = whetstone(
    'grade',
    file,
    '--problem',
    'param-count',
    '--json',
    '--trace',
  );
  expect(status).toBe(1);
  const graded = verdict.parse(JSON.parse(stdout));
  for (const stage of ['checker', 'compile', 'sandbox', 'begin', 'test', 'compare', 'diagnose', 'total'])
    expect(stderr).toMatch(new RegExp(`^  ${stage} +\\d+\\.\\d\\d ms │`, 'm'));
  for (const { name, verdict: code } of graded.tests) expect(stderr).toContain(`│ ${code} ${name}, `);
  expect(stderr).toMatch(/^ +\d+\.\d\d ms │ +│ in none of these$/m);
});

test('a file that does not compile: exit code 1, with line and column', () => {
  const file = join(folder, 'broken.ts');
  writeFileSync(file, 'export function countParameters(): number {\n  return "703";\n}\n');
  const { status, graded } = grade(file);
  expect({ status, verdict: graded.verdict }).toEqual({ status: 1, verdict: 'CE' });
  expect(graded.compile[0]).toMatchObject({ line: 2, column: 3, code: 'TS2322' });
});

test.each([
  ['there is no such file', ['missing.ts', '--problem', 'param-count'], /cannot read missing\.ts/],
  [
    'there is no such problem',
    [join(submissions, 'submissions.yaml'), '--problem', 'nothing'],
    /nothing: there is no such folder/,
  ],
  [
    'a problem outside of the content',
    [join(submissions, 'submissions.yaml'), '--problem', '../questions'],
    /expected the slug of a problem/,
  ],
  ['no problem is named', [join(submissions, 'submissions.yaml')], /--problem <slug>/],
])('exit code 2, nothing on standard output and a reason: %s', (_title, args, reason) => {
  const { status, stdout, stderr } = whetstone('grade', ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('problem verify holds a folder against the rules: a table, what is wrong, exit code 0 or 1', () => {
  const good = whetstone('problem', 'verify', join(root, 'tests/fixtures/problems/add'));
  expect(good.stdout).toMatch(
    /^wrong_answer\/forgets-the-last\.ts +WA \d+ +WA \d+ +WA \d+ +WA \d+ +WA \d+$/m,
  );
  expect(good.stdout).toMatch(/^ {2}accepted\/halves\.ts +\S+ +\S+$/m);
  expect(good.stdout).toMatch(/^ {2}2-floats +3$/m);
  expect(good.stdout).toMatch(/^add: all holds, \d warnings$/m);
  expect(good.status).toBe(0);

  writeFileSync(join(folder, 'problem.yaml'), 'name: nothing else\n');
  const bad = whetstone('problem', 'verify', folder);
  expect(bad.status).toBe(1);
  expect(bad.stdout).toMatch(/^error: .*\/problem\.yaml:1: format: uuid: /m);
});

test('problem verify names a rule of the tolerance that is for no field of any output, by file and line', () => {
  const misspelt = join(folder, 'misspelt');
  cpSync(join(root, 'tests/fixtures/problems/add'), misspelt, { recursive: true });
  const file = join(misspelt, 'problem.yaml');
  const yaml = readFileSync(file, 'utf8');
  const rule = '{ kind: allclose, rtol: 1.0e-9, atol: 1.0e-9 }';
  writeFileSync(file, yaml.replace(rule, `{ default: ${rule}, fields: { sums: ${rule} } }`));
  const { status, stdout } = whetstone('problem', 'verify', misspelt);
  expect(stdout).toMatch(
    /^error: misspelt\/problem\.yaml:10: tolerance: expected a field of the expected outputs \(sum\), got sums$/m,
  );
  expect(status).toBe(1);
});
