import { expect, test } from 'vitest';
import { taskState } from './standing.ts';

const standing = {
  questions: ['seen'],
  problems: [
    { slug: 'a', solved: true },
    { slug: 'b', solved: false },
  ],
  due: null,
};

test('a question is done once it was practised, or its answer seen in this browser', () => {
  expect(taskState({ kind: 'question', slug: 'seen' }, standing, false)).toBe('done');
  expect(taskState({ kind: 'question', slug: 'other' }, standing, true)).toBe('done');
  expect(taskState({ kind: 'question', slug: 'other' }, standing, false)).toBe('new');
});

test('a problem is done once it is solved, and a failed attempt is told', () => {
  expect(taskState({ kind: 'problem', slug: 'a' }, standing, false)).toBe('done');
  expect(taskState({ kind: 'problem', slug: 'b' }, standing, false)).toBe('tried');
  expect(taskState({ kind: 'problem', slug: 'seen' }, standing, false)).toBe('new');
});
