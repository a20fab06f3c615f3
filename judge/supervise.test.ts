import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { superviseConfined } from './supervise.ts';

const budget = { cpuMs: 1000, wallMs: 100, residentKiB: 1000, processes: 4 };

/** Something that uses next to no CPU, and has waited for a core so long. */
function confinedThatWaited(waitedMs: number) {
  const kill = vi.fn();
  const usage = () => ({ cpuMs: 1, residentKiB: 1, processes: 1 });
  return { kill, usage, ended: new Promise<never>(() => undefined), waitedMs: () => waitedMs };
}

function strikeAfter(ms: number, waitedMs: number): string | null {
  vi.useFakeTimers();
  try {
    const supervisor = superviseConfined(confinedThatWaited(waitedMs), budget);
    vi.advanceTimersByTime(ms);
    supervisor.stop();
    return supervisor.strike;
  } finally {
    vi.useRealTimers();
  }
}

test('who sleeps meets the wall clock', () => {
  expect(strikeAfter(90, 0)).toBeNull();
  expect(strikeAfter(120, 0)).toBe('wall');
});

test('who waited for a core on a busy host is given that time back', () => {
  expect(strikeAfter(250, 200)).toBeNull();
  expect(strikeAfter(320, 200)).toBe('wall');
});

test('a host that is never free ends it all the same, at five times the wall clock', () => {
  expect(strikeAfter(490, 1e6)).toBeNull();
  expect(strikeAfter(520, 1e6)).toBe('wall');
});

/** What is seen at each look, the last of it from then on. */
function confinedThatUsed(...cpuMs: number[]) {
  let look = 0;
  const usage = () => ({
    cpuMs: cpuMs[Math.min(look++, cpuMs.length - 1)] ?? 0,
    residentKiB: 1,
    processes: 1,
  });
  return { kill: vi.fn(), usage, ended: new Promise<never>(() => undefined) };
}

function holdUp(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const patient = { ...budget, wallMs: 60_000 };

test('who uses the CPU beyond the budget is killed', () => {
  vi.useFakeTimers();
  try {
    const watched = confinedThatUsed(0, 900, 1100);
    const supervisor = superviseConfined(watched, patient);
    vi.advanceTimersByTime(8);
    expect(supervisor.strike).toBeNull();
    vi.advanceTimersByTime(8);
    expect(supervisor.strike).toBe('cpu');
    expect(watched.kill).toHaveBeenCalled();
    supervisor.stop();
  } finally {
    vi.useRealTimers();
  }
});

test('a judge that was held up hears the answers that wait before it says that one takes too long', async () => {
  const watched = confinedThatUsed(0, 2500);
  const supervisor = superviseConfined(watched, patient);
  const { port1, port2 } = new MessageChannel();
  port2.on('message', () => {
    supervisor.spent();
    supervisor.renew(patient);
    port2.close();
  });
  port1.postMessage('an answer');
  holdUp(30);
  await sleep(30);
  expect(supervisor.strike).toBeNull();
  supervisor.stop();
});

test('where a part of the tree can’t be read at the beginning of a budget, what it used before does not count', async () => {
  const watched = confinedThatUsed(0, 5000, 10, 5100);
  const supervisor = superviseConfined(watched, { ...patient, cpuMs: 6000 });
  await sleep(8);
  // A look before a new budget begins is made only where the last one is stale.
  holdUp(6);
  supervisor.renew(patient);
  await sleep(30);
  expect(supervisor.strike).toBeNull();
  supervisor.stop();
});

/** Uses so many milliseconds of CPU in each second, and takes a rest for so long. */
function strikeAtRest(minutes: number, cpuMsInSecond: number): string | null {
  vi.useFakeTimers();
  try {
    const usage = () => ({ cpuMs: (performance.now() / 1000) * cpuMsInSecond, residentKiB: 1, processes: 1 });
    const supervisor = superviseConfined(
      { kill: vi.fn(), usage, ended: new Promise<never>(() => undefined) },
      budget,
    );
    supervisor.rest(budget);
    vi.advanceTimersByTime(minutes * 60_000);
    supervisor.stop();
    return supervisor.strike;
  } finally {
    vi.useRealTimers();
  }
}

test('who waits for a day may use a little now and then, but who computes meanwhile is killed', () => {
  expect(strikeAtRest(24 * 60, 0.2)).toBeNull();
  expect(strikeAtRest(1, 20)).toBe('cpu');
});
