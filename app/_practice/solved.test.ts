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
  expect(gradesOf(submissions, gaveUp(100)).map(({ grade }) => grade)).toEqual([3, 3, 4]);
});

test('given up and solved in one sitting is hard', () => {
  expect(gradesOf(sent([0, 'AC'], [200, 'AC']), gaveUp(199)).map(({ grade }) => grade)).toEqual([3, 2]);
});

test('giving another problem up, or this one later, changes nothing', () => {
  const other = gaveUp(100).map((one) => ({ ...one, slug: 'quantize' }));
  const grades = gradesOf(sent([0, 'AC'], [200, 'AC']), [...other, ...gaveUp(300)]);
  expect(grades.map(({ grade }) => grade)).toEqual([3, 4]);
});

test('what is sent again on the same evening is polished, not recalled', () => {
  expect(grades([0, 'AC'], [1, 'WA'], [2, 'AC'])).toEqual([3]);
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
