import { expect, test } from 'vitest';
import type { Trace } from '#judge/trace.ts';
import type { TestResult, Verdict } from '#judge/verdict.ts';
import { traceTable } from './print-trace.ts';

const judged = (name: string): TestResult => ({
  name,
  group: 'g',
  sample: true,
  verdict: 'AC',
  cpuMs: 1.25,
  memoryKiB: 1,
  failure: null,
  console: '',
  hint: null,
});
const verdict: Verdict = {
  verdict: 'AC',
  score: 1,
  maxScore: 1,
  cpuMs: 2.5,
  memoryKiB: 1,
  compile: [],
  groups: [],
  tests: [judged('g/one'), judged('g/two')],
  diagnosis: null,
};

test('a stage a line with its sum and its way, what is in none of them, and each test by name', () => {
  const trace: Trace = {
    totalMs: 32,
    spans: [
      { stage: 'compile', startMs: 0, ms: 8, how: 'compiled' },
      { stage: 'test', startMs: 16, ms: 4, how: null },
      { stage: 'test', startMs: 20, ms: 8, how: null },
    ],
  };
  expect(traceTable(trace, verdict).split('\n')).toEqual([
    '  compile       8.00 ms │█████████                       │ type check, strip (compiled)',
    '  test         12.00 ms │                █████████████   │ running tests ×2',
    '               12.00 ms │                                │ in none of these',
    '  total        32.00 ms │                                │',
    '',
    '                4.00 ms │                █████           │ AC g/one, 1.3 ms of CPU',
    '                8.00 ms │                    █████████   │ AC g/two, 1.3 ms of CPU',
  ]);
});

test('a source that was refused has no tests to tell of', () => {
  const trace: Trace = { totalMs: 4, spans: [{ stage: 'compile', startMs: 0, ms: 4, how: 'rejected' }] };
  expect(traceTable(trace, { ...verdict, tests: [] })).not.toContain('×');
});
