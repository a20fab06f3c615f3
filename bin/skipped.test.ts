import { expect, test } from 'vitest';
import { ContentError } from '#content/content-error.ts';
import { AuthorCodeError } from '#judge/reference.ts';
import { findSkipped, skippedLine } from './skipped.ts';

const issue = (line: number) => ({ file: 'begun/problem.yaml', line, message: 'name: expected some text' });

test('what was skipped is told in a line each, with file, line and reason, and found among other words', () => {
  const lines = [
    'prune: unchanged',
    skippedLine({ slug: 'begun', cause: new ContentError([issue(3), issue(4), issue(5)]) }),
    'distill: waiting',
    skippedLine({
      slug: 'My rows',
      cause: new AuthorCodeError('Error: not yet\n    at reference', {
        slug: 'My rows',
        file: 'reference/reference.ts',
      }),
    }),
  ];
  expect(findSkipped(lines.join('\n'))).toEqual([
    { slug: 'begun', why: 'begun/problem.yaml:3: name: expected some text (and 2 more)' },
    { slug: 'My rows', why: 'My rows/reference/reference.ts: Error: not yet' },
  ]);
});
