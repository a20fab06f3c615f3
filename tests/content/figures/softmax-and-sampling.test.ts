import { expect, test } from 'vitest';
import {
  acceptance,
  both,
  cold,
  drawn,
  filtered,
  hot,
  logits,
  softmax,
  staying,
  temperatureLast,
  topPFirst,
} from './softmax-and-sampling.ts';

test('another order of temperature, top-k and top-p is another distribution', () => {
  expect([both, topPFirst, hot, temperatureLast].map(({ length }) => length)).toEqual([2, 3, 4, 3]);
  expect(filtered(logits, { topP: 0.9 })).toEqual(topPFirst);
});

test('multiplying by two is a temperature of one half', () => {
  const multiplied = logits.map((x) => 2 * x);
  expect(filtered(multiplied, { topP: 0.9 })).toEqual(cold);
});

test('a sum of exactly p is enough, and a random number at a border goes to the second', () => {
  expect(staying([0.25, 0.25, 0.25, 0.25], 0.5)).toBe(2);
  expect(drawn([0.5, 0.5], 0.5)).toBe(1);
  expect([0, 0.75].map((uniform) => drawn(both, uniform))).toEqual([0, 1]);
});

test('without dividing again a large random number finds no token', () => {
  const undivided = softmax(logits.slice(0, 3)).slice(0, both.length);
  expect(undivided.reduce((total, p) => total + p)).toBeLessThan(0.95);
});

test('a draft that is cut like its target is accepted more often than one that is not', () => {
  expect(acceptance.alike).toBeGreaterThan(acceptance.targetOnly);
});

test('by column the example comes out as the text says', () => {
  const rows = [
    [0, Math.log(3)],
    [0, 0],
  ];
  const byColumn = [0, 1].map((column) => softmax(rows.map((row) => row[column] ?? 0)));
  expect(byColumn.map((column) => column.map((p) => Number(p.toFixed(2))))).toEqual([
    [0.5, 0.5],
    [0.75, 0.25],
  ]);
});
