import { expect, test } from 'vitest';
import { merged, without } from './unsent-marks.ts';

test('what was typed while an earlier state was on its way is still to be sent', () => {
  const sent = { notes: 'a', points: [1] };
  expect(without({ 0: { ...sent, notes: 'ab' }, 1: { notes: 'other' } }, 0, sent)).toEqual({
    0: { notes: 'ab' },
    1: { notes: 'other' },
  });
  expect(without({ 0: sent }, 0, sent)).toEqual({});
});

test('what the server has not heard yet goes before what it says', () => {
  const item = { notes: 'old', revealed: false, points: [], answer: null };
  expect(merged([item, item], { 1: { notes: 'new', revealed: true } })).toEqual([
    item,
    { ...item, notes: 'new', revealed: true },
  ]);
});
