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

test('most questions ask for more than a choice and a number', () => {
  const varied = questions.filter(({ text }) =>
    text.en.checks.some(({ kind }) => kind !== 'choice' && kind !== 'number'),
  );
  expect(varied.length).toBeGreaterThan(questions.length / 2);
});
