import { beforeEach, expect, test, vi } from 'vitest';
import type { PublicProblem } from '#content/public-problem.ts';
import { openSampleRunner, type SampleOutcome } from './run-samples.ts';
import type { WorkerReply } from './samples.worker.ts';

const problem = {
  runtime: 'plain',
  limits: { timeMs: 1000 },
  driver: {},
  samples: [{ name: 'sample/0' }],
} as unknown as PublicProblem;

/** The worker of the run, and the clock that the page looks at. */
let say: (reply: WorkerReply) => void;
let isOver: boolean;
let now: number;

class FakeWorker {
  onmessage: ((event: { data: WorkerReply }) => void) | undefined;
  constructor() {
    isOver = false;
    say = (data) => this.onmessage?.({ data });
  }
  postMessage(): void {}
  terminate(): void {
    isOver = true;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function pass(ms: number): void {
  for (const until = now + ms; now < until; ) {
    now += 250;
    vi.advanceTimersByTime(250);
  }
}

/** Nothing runs, neither the page nor the worker; then all is due at once. */
function standStill(ms: number): void {
  now += ms;
  vi.advanceTimersByTime(ms);
}

function run() {
  const heard: SampleOutcome[] = [];
  const { finished } = openSampleRunner(problem).run('', (result) => heard.push(result));
  return { finished, verdicts: () => heard.map(({ verdict }) => verdict) };
}

test('a loop is ended at twice the time that the judge gives', async () => {
  const { finished, verdicts } = run();
  say({ kind: 'running' });
  pass(1750);
  expect(isOver).toBe(false);
  pass(250);
  expect(isOver).toBe(true);
  expect(verdicts()).toEqual(['TLE']);
  expect(await finished).toEqual({ kind: 'done' });
});

test('what runs on a machine that slept is not too slow', async () => {
  const { finished, verdicts } = run();
  say({ kind: 'running' });
  standStill(60_000);
  expect(isOver).toBe(false);
  const result = { name: 'sample/0', verdict: 'AC', failure: null, output: null, console: '', elapsedMs: 1 };
  say({ kind: 'result', result: result as SampleOutcome & { verdict: 'AC' } });
  say({ kind: 'done' });
  expect(verdicts()).toEqual(['AC']);
  expect(await finished).toEqual({ kind: 'done' });
});

test('a worker that does not start is waited for a minute', async () => {
  const { finished } = run();
  pass(59_750);
  expect(isOver).toBe(false);
  pass(250);
  expect(await finished).toEqual({ kind: 'failed', message: 'the worker did not start' });
});
