import { expect, test } from 'vitest';
import { gradesOf } from './solved.ts';

/** `12h WA` submissions to one problem, hours after the first. */
const sent = (...lines: [number, string][]) =>
  lines.map(([hours, verdict], index) => ({
    id: String(index),
    slug: 'prune',
    verdict,
    createdAt: new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000),
  }));
const grades = (...lines: [number, string][]) => gradesOf(sent(...lines)).map(({ grade }) => grade);

test('solved at first try is good, after failures hard', () => {
  expect(grades([0, 'AC'])).toEqual([3]);
  expect(grades([0, 'WA'], [1, 'TLE'], [2, 'AC'])).toEqual([2]);
  expect(grades([0, 'WA'])).toEqual([]);
});

test('a compile error is a slip, and a judge error is ours', () => {
  expect(grades([0, 'CE'], [1, 'JE'], [2, 'AC'])).toEqual([3]);
});

test('at first try twice in a row is easy', () => {
  expect(grades([0, 'AC'], [100, 'AC'], [300, 'WA'], [301, 'AC'], [900, 'AC'])).toEqual([3, 4, 2, 3]);
});

/** Hours after the first submission at which it was given up. */
const gaveUp = (...hours: number[]) =>
  hours.map((hour) => ({
    slug: 'prune',
    grade: 1 as const,
    at: new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000),
  }));

test('solved at first try after it was given up is good, not easy; and easy again the time after', () => {
  const submissions = sent([0, 'AC'], [200, 'AC'], [400, 'AC']);
  expect(gradesOf(submissions, { said: gaveUp(100) }).map(({ grade }) => grade)).toEqual([3, 3, 4]);
});

test('given up and solved in one sitting is hard', () => {
  expect(gradesOf(sent([0, 'AC'], [200, 'AC']), { said: gaveUp(199) }).map(({ grade }) => grade)).toEqual([
    3, 2,
  ]);
});

test('giving another problem up, or this one later, changes nothing', () => {
  const other = gaveUp(100).map((one) => ({ ...one, slug: 'quantize' }));
  const grades = gradesOf(sent([0, 'AC'], [200, 'AC']), { said: [...other, ...gaveUp(300)] });
  expect(grades.map(({ grade }) => grade)).toEqual([3, 4]);
});

test('what is sent again on the same evening is polished, not recalled', () => {
  expect(grades([0, 'AC'], [1, 'WA'], [2, 'AC'])).toEqual([3]);
});

/** Grades in the log, of submissions of so many hours after the first. */
const recorded = (...lines: [number, number][]) =>
  lines.map(([hours, grade]) => ({
    slug: 'prune',
    grade,
    at: new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000),
  }));
const added = (log: [number, number][], ...lines: [number, string][]) =>
  gradesOf(sent(...lines), { recorded: recorded(...log) }).map(({ at, grade }) => [
    (at.getTime() - Date.UTC(2026, 0, 1)) / 3_600_000,
    grade,
  ]);

test('a sitting that has its grade gets no other, whichever submission gave it', () => {
  expect(added([[0, 3]], [0, 'AC'], [1, 'AC'])).toEqual([]);
  expect(added([[0, 3]], [1, 'AC'], [11, 'AC'])).toEqual([]);
  expect(added([[1, 3]], [0, 'AC'], [1, 'AC'])).toEqual([]);
});

test('what comes after is graded as if all of the past were still in view', () => {
  // Of 0, 11, 13 and 26 hours the first is out of view: the second must not take its place and the fourth's.
  const log: [number, number][] = [
    [0, 3],
    [13, 4],
  ];
  expect(added(log, [11, 'AC'], [13, 'AC'], [24, 'AC'], [26, 'AC'])).toEqual([[26, 4]]);
  expect(added([[0, 2]], [100, 'AC'], [200, 'AC'])).toEqual([
    [100, 3],
    [200, 4],
  ]);
});

test('failures of another day belong to that day', () => {
  expect(grades([0, 'WA'], [48, 'AC'])).toEqual([3]);
});

test('problems do not mix', () => {
  const [first] = sent([0, 'WA']);
  const [second] = sent([1, 'AC']);
  expect(first && second && gradesOf([{ ...first, slug: 'quantize' }, second])).toMatchObject([
    { slug: 'prune', grade: 3 },
  ]);
});
