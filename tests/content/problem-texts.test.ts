import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkProblemTexts } from '#content/check-problem-texts.ts';
import { findLinkable } from '#content/linkable.ts';
import { readProblems } from '#content/read-problem.ts';
import { readQuestions } from '#content/read-question.ts';

const contentFolder = join(import.meta.dirname, '../../content');
const [packages, questions, linkable] = await Promise.all([
  readProblems(contentFolder),
  readQuestions(contentFolder),
  findLinkable(contentFolder),
]);

describe.each(packages)('$slug', (pkg) => {
  test('can be reached from a question', () => {
    expect(questions.some(({ problems }) => problems.includes(pkg.slug))).toBe(true);
  });

  test('has texts that can be shown as written, and lead to pages that exist', async () => {
    expect(await checkProblemTexts(pkg, linkable)).toEqual([]);
  });
});
