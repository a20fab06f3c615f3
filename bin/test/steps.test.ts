import { expect, test } from 'vitest';
import { closingLines } from './steps.ts';

test('the last line sums all steps, alone on its line', () => {
  const text = closingLines([
    { name: 'lint', passed: 1, failed: 0, seconds: 1 },
    { name: 'unit', passed: 40, failed: 2, seconds: 10 },
  ]);
  expect(text.split('\n')).toEqual([
    '✓ lint             1.0 s  1 passed',
    '✗ unit            10.0 s  2 of 42 failed',
    '',
    '41 passed, 2 failed',
  ]);
});
