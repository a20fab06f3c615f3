import { expect, test } from 'vitest';
import { suggestGrade } from './grade.ts';

test('the grade grows with the key points named', () => {
  expect([0, 1, 2, 3, 4, 5].map((named) => suggestGrade(named, 5))).toEqual([1, 1, 2, 2, 3, 4]);
});
