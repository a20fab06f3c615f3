import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listQuestions } from './list-questions.ts';
import { readQuestions } from './read-question.ts';

test('the list says of every question what reading it whole says', async () => {
  const listed = await listQuestions(import.meta.dirname);
  const read = await readQuestions(join(import.meta.dirname));
  expect(listed.length).toBeGreaterThan(3);
  expect(listed).toEqual(
    read.map(({ slug, difficulty, topics, problems, text }) => ({
      slug,
      difficulty,
      topics,
      problems,
      title: { en: text.en.title, zh: text.zh.title },
    })),
  );
}, 60_000);
