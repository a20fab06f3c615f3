import { expect, test } from 'vitest';
import { rowsOutside, tellOutside, writtenError, wrong } from './conformance.ts';

const rows = [
  { operation: 'softmax', worst: 3e-2, bound: 2e-6 },
  { operation: 'where', worst: 0, bound: 0 },
  { operation: 'rounding', worst: wrong, bound: 0 },
];

test('a backend outside its bounds is told with the figures', () => {
  expect(rowsOutside({ rows }).map(({ operation }) => operation)).toEqual(['softmax', 'rounding']);
  expect(tellOutside({ rows })).toBe('softmax 3.0e-2 (2.0e-6 allowed), rounding wrong (0 allowed)');
});

test('what cannot be compared is outside', () => {
  expect(rowsOutside({ rows: [{ operation: 'exp', worst: Number.NaN, bound: 1 }] })).toHaveLength(1);
});

test('errors are written short', () => {
  expect([0, 5.94e-8, wrong].map(writtenError)).toEqual(['0', '5.9e-8', 'wrong']);
});
