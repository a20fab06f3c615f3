import { expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

test.each([
  ['703', 703],
  [' 1,400 ', 1400],
  ['1,234,567.5', 1234567.5],
  ['1.4e9', 1.4e9],
  ['-0.5', -0.5],
  ['\u22120.5', -0.5],
  ['.25', 0.25],
  ['\uff17\uff10\uff13', 703],
  ['12 000', 12000],
])('%s is a number', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test.each(['', 'abc', '1.2.3', '12px', '1,2', '0x10', 'Infinity', 'NaN', '1e999', '--1'])(
  '%j is none',
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);
