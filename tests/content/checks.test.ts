import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatorNames } from '#content/generated.ts';
import { readQuestions } from '#content/read-question.ts';

const questions = await readQuestions(join(import.meta.dirname, '../../content'));

test('every generator is asked for by a question', () => {
  const used = questions.flatMap(({ text }) =>
    text.en.checks.flatMap((check) => (check.kind === 'generated' ? [check.generator] : [])),
  );
  expect(new Set(used)).toEqual(new Set(generatorNames));
});

test('every question asks for more than a choice and a number', () => {
  const plain = questions.filter(({ text }) =>
    text.en.checks.every(({ kind }) => kind === 'choice' || kind === 'number'),
  );
  expect(plain.map(({ slug }) => slug)).toEqual([]);
});
