import { expect, test } from 'vitest';
import { spentMs } from './guest/clock.ts';

const moment = (isolateMs: number, threadMs: number) => ({ isolate: BigInt(isolateMs * 1e6), threadMs });

test('what this thread did beside the isolate is not the solution’s', () => {
  expect(spentMs(moment(10, 20), moment(12, 25))).toBe(2);
});

test('a wait of another thread for a core is nobody’s CPU time, whether it is read at the end or at the beginning', () => {
  expect(spentMs(moment(10, 20), moment(244, 21))).toBe(1);
  expect(spentMs(moment(244, 20), moment(11, 21))).toBe(1);
});
