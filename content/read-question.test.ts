import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readQuestions } from './read-question.ts';

const real = new URL('./questions/overfitting/', import.meta.url);
let content: string;
const file = (name: string) => join(content, 'questions/overfitting', name);

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'questions-'));
  for (const problem of ['prune', 'distill'])
    mkdirSync(join(content, 'problems', problem), { recursive: true });
  cpSync(real, join(content, 'questions/overfitting'), { recursive: true });
});
afterEach(() => rmSync(content, { recursive: true }));

const change = (name: string, from: string | RegExp, to: string) =>
  writeFileSync(file(name), readFileSync(file(name), 'utf8').replace(from, to));
const refusal = () =>
  readQuestions(content).then(
    () => '',
    (error: Error) => error.message,
  );

test('a question comes with both languages', async () => {
  const [question] = await readQuestions(content);
  expect(question).toMatchObject({ slug: 'overfitting', problems: ['prune', 'distill'] });
  expect(question?.text.zh.keyPoints).toHaveLength(question?.text.en.keyPoints.length ?? 0);
});

test.each<[string, () => void, RegExp]>([
  [
    'an unknown key',
    () => change('question.yaml', 'difficulty', 'level: 3\ndifficulty'),
    /question\.yaml:2: level: unknown key/,
  ],
  ['a missing language', () => rmSync(file('zh.md')), /zh\.md: expected this file: every language needs it/],
  [
    'a broken link to a problem',
    () => change('question.yaml', 'prune', 'prunes'),
    /question\.yaml: problems: there is no problem prunes/,
  ],
  [
    'bad math in the answer',
    () => change('en.md', '## How to tell', '$\\frac{$\n\n## How to tell'),
    /en\.md:\d+: math: /,
  ],
  [
    'bad math in a check',
    () => change('zh.md', '\\tfrac h2', '\\tfrac{h2'),
    /zh\.md: checks\.l2-shrink: math: /,
  ],
  ['an unknown file', () => writeFileSync(file('fr.md'), ''), /fr\.md: unknown file/],
  [
    'a check without a right option',
    () => change('en.md', "epoch 12', correct: true", "epoch 12', correct: false"),
    /en\.md:\d+: checks\.0/,
  ],
  [
    'a right answer that differs between languages',
    () => change('zh.md', 'answer: 0.44', 'answer: 0.45'),
    /zh\.md: checks\.ensemble: the right answer differs from en\.md/,
  ],
  [
    'a key point that one language lacks',
    () => change('zh.md', / {2}- '先加数据[^\n]*\n/, ''),
    /zh\.md: key_points: expected 8 as in en\.md, got 7/,
  ],
  ['no front matter', () => writeFileSync(file('en.md'), '# Hello'), /en\.md:1: expected front matter/],
])('%s is told with its place', async (_name, damage, expected) => {
  damage();
  expect(await refusal()).toMatch(expected);
});

test('two questions of one title are told', async () => {
  cpSync(real, join(content, 'questions/again'), { recursive: true });
  expect(await refusal()).toMatch(/title: the same as that of again/);
});
