import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentError } from './content-error.ts';
import { readTopics } from './read-topics.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-topics-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = (slug: string, after = '[]') =>
  `- slug: ${slug}\n  about: { en: some words, zh: 一句话 }\n  after: ${after}\n`;

const used = {
  questions: [{ slug: 'why', topics: ['a', 'b', 'c'] }],
  problems: [{ slug: 'do', topics: ['a'] }],
};

async function issuesOf(yaml: string, tagged = used): Promise<string> {
  writeFileSync(join(folder, 'topics.yaml'), yaml);
  try {
    await readTopics(folder, tagged);
    return '';
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
}

test('a map in order is read', async () => {
  expect(await issuesOf(entry('a') + entry('b', '[a]') + entry('c', '[a, b]'))).toBe('');
});

test('a prerequisite that is not there is told at its line', async () => {
  expect(await issuesOf(entry('a') + entry('b', '[d]') + entry('c'))).toBe(
    'topics.yaml:6: 1.after.0: there is no topic d',
  );
});

test('a circle is told once, as a whole', async () => {
  expect(await issuesOf(entry('a', '[c]') + entry('b', '[a]') + entry('c', '[b]'))).toBe(
    'topics.yaml:3: 0.after: a circle: a after c after b after a',
  );
});

test('a topic that comes before itself is a circle', async () => {
  expect(await issuesOf(entry('a', '[a]') + entry('b') + entry('c'))).toContain('a circle: a after a');
});

test('a topic that nobody asks about, and one that stands twice', async () => {
  expect(await issuesOf(entry('a') + entry('b') + entry('c') + entry('d') + entry('a'))).toBe(
    'topics.yaml:10: 3.slug: no question has the topic d\ntopics.yaml:13: 4.slug: a stands here twice, first as 0',
  );
});

test('a topic of a question or a problem that the map lacks is told where it is used', async () => {
  mkdirSync(join(folder, 'questions/why'), { recursive: true });
  writeFileSync(join(folder, 'questions/why/question.yaml'), 'topics:\n  - a\n  - b\n  - c\n');
  mkdirSync(join(folder, 'problems/do'), { recursive: true });
  writeFileSync(join(folder, 'problems/do/problem.yaml'), 'uuid: x\ntopics: [e]\n');
  const tagged = { ...used, problems: [{ slug: 'do', topics: ['e'] }] };
  expect(await issuesOf(entry('a') + entry('b'), tagged)).toBe(
    'questions/why/question.yaml:4: topics.2: there is no topic c in topics.yaml\n' +
      'problems/do/problem.yaml:2: topics.0: there is no topic e in topics.yaml',
  );
});

test('a language that is missing is told by line', async () => {
  const told = await issuesOf('- slug: a\n  about: { en: words }\n  after: []\n');
  expect(told).toMatch(/^topics\.yaml:2: 0\.about\.zh: /);
});
