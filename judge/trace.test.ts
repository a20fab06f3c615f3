import { expect, test } from 'vitest';
import { openTrace, timingOf, untraced } from './trace.ts';

/** A clock that is set by hand. */
function clock() {
  let ms = 1000;
  return { now: () => ms, pass: (more: number) => (ms += more) };
}

test('stages add up to the total, but for what is in none of them', () => {
  const { now, pass } = clock();
  const trace = openTrace(now);
  const leased = trace.begin('lease');
  pass(3);
  leased();
  trace.before('queue', 7);
  pass(2);
  const compiled = trace.begin('compile');
  pass(5);
  compiled('compiled');
  pass(1);
  expect(trace.read()).toEqual({
    totalMs: 18,
    spans: [
      { stage: 'queue', startMs: 0, ms: 7, how: null },
      { stage: 'lease', startMs: 7, ms: 3, how: null },
      { stage: 'compile', startMs: 12, ms: 5, how: 'compiled' },
    ],
  });
  expect(timingOf(trace.read())).toEqual({
    totalMs: 18,
    unaccountedMs: 3,
    stages: [
      { stage: 'queue', count: 1, ms: 7 },
      { stage: 'lease', count: 1, ms: 3 },
      { stage: 'compile', count: 1, ms: 5 },
    ],
  });
});

test('what overlaps is not counted twice as accounted for', () => {
  const { now, pass } = clock();
  const trace = openTrace(now);
  const first = trace.begin('test');
  pass(4);
  first();
  const second = trace.begin('test');
  const compared = trace.begin('compare');
  pass(2);
  compared();
  pass(2);
  second();
  pass(10);
  expect(timingOf(trace.read())).toMatchObject({
    totalMs: 18,
    unaccountedMs: 10,
    stages: [
      { stage: 'test', count: 2, ms: 8 },
      { stage: 'compare', count: 1, ms: 2 },
    ],
  });
});

test('a stage that never ended is left out, and its time belongs to nobody', () => {
  const { now, pass } = clock();
  const trace = openTrace(now);
  trace.begin('sandbox');
  pass(6);
  expect(timingOf(trace.read())).toEqual({ totalMs: 6, unaccountedMs: 6, stages: [] });
});

test('a clock of the database that is ahead of ours makes no wait negative', () => {
  const { now } = clock();
  const trace = openTrace(now);
  trace.before('queue', -5);
  expect(timingOf(trace.read())).toEqual({
    totalMs: 0,
    unaccountedMs: 0,
    stages: [{ stage: 'queue', count: 1, ms: 0 }],
  });
});

test('who does not ask pays nothing', () => {
  expect(untraced.begin('test')()).toBeUndefined();
});
