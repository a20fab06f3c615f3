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
