import { expect, test } from 'vitest';
import { readChoice } from './read-choice.ts';

test('what is left empty is no condition', () => {
  expect(readChoice({ problem: '', verdicts: [], since: '', user: '  ' })).toEqual({});
});

test('a form’s times are on the reader’s own clock; what is no verdict is none', () => {
  const since = new Date(2026, 10, 27, 18, 30).toISOString();
  expect(
    readChoice({
      problem: 'add',
      verdicts: ['TLE', 'AC', 'nonsense'],
      since: '2026-11-27T18:30',
      until: 'soon',
    }),
  ).toEqual({ problem: 'add', verdicts: ['AC', 'TLE'], since });
});

test('one submission', () => {
  expect(readChoice({ submission: 'an id' })).toEqual({ submissions: ['an id'] });
});
