import { expect, test } from 'vitest';
import { nothingYet, parseProgress, stateOf } from './progress.ts';

test('what another version or a broken store holds is forgotten, not shown', () => {
  expect(parseProgress('{"a": {"seenAt": 5, "points": [1, "x", 2.5], "checks": ["c", 1]}, "b": 3}')).toEqual({
    a: { seenAt: null, points: [1], checks: ['c'] },
    b: { seenAt: null, points: [], checks: [] },
  });
  expect(parseProgress('{')).toEqual({});
  expect(parseProgress('[1]')).toEqual({});
  expect(parseProgress(null)).toEqual({});
});

test('a question is done when every check was answered rightly, seen when something was', () => {
  const seen = { seenAt: '2026-01-01T00:00:00Z', points: [], checks: ['a'] };
  expect(stateOf(undefined, ['a'], false)).toBe('new');
  expect(stateOf(seen, ['a', 'b'], false)).toBe('seen');
  expect(stateOf({ ...seen, checks: ['b', 'a'] }, ['a', 'b'], false)).toBe('done');
  expect(stateOf(seen, [], false)).toBe('seen');
});

test('a question that was practised is not new, and its checks still decide whether it is done', () => {
  expect(stateOf(undefined, ['a'], true)).toBe('seen');
  expect(stateOf(nothingYet, ['a'], true)).toBe('seen');
  expect(stateOf({ ...nothingYet, checks: ['a'] }, ['a'], true)).toBe('done');
});
