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
  ['1,5', 1.5],
  ['\uff11\uff0c\uff15', 1.5],
  ['-0,25', -0.25],
  ['0,125', 0.125],
  [',5', 0.5],
  ['1,5e9', 1.5e9],
  ['2,7315', 2.7315],
  ['12 000,5', 12000.5],
  ['1,500', 1500],
  ['1,500e3', 1.5e6],
  ['12,345,678', 12345678],
])('%s is a number', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test.each([
  '',
  'abc',
  '1.2.3',
  '12px',
  '1,2,3',
  '1,23,456',
  '1.234,5',
  ',',
  '0x10',
  'Infinity',
  'NaN',
  '1e999',
  '--1',
])('%j is none', (text) => {
  expect(parseNumber(text)).toBeUndefined();
});
