import { expect, test } from 'vitest';
import { closingLines } from './steps.ts';

test('the last line sums all steps, alone on its line', () => {
  const text = closingLines([
    { name: 'lint', passed: 1, failures: [], seconds: 1 },
    { name: 'unit', passed: 40, failures: ['one', 'two'], seconds: 10 },
  ]);
  expect(text.split('\n').slice(-4)).toEqual([
    '✓ lint             1.0 s  1 passed',
    '✗ unit            10.0 s  2 of 42 failed',
    '',
    '41 passed, 2 failed',
  ]);
});

test('what failed is told again at the end, with the beginning of what was wrong', () => {
  const wrong = `a.test.ts › adds\n\u001b[31mexpected 3\u001b[39m\n${'  at somewhere\n'.repeat(50)}`;
  const lines = closingLines([{ name: 'unit', passed: 1, failures: [wrong], seconds: 1 }]).split('\n');
  expect(lines.slice(0, 2)).toEqual(['✗ unit: a.test.ts › adds', '    expected 3']);
  expect(lines.length).toBeLessThan(20);
});
