import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startPulse } from './pulse.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('who has stopped it may undo what it did: no beat is still under way', async () => {
  let end: (() => void) | undefined;
  const done: string[] = [];
  const pulse = startPulse(
    async () => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      done.push('beat');
    },
    1000,
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(1000);
  const stopped = pulse.stop().then(() => done.push('stopped'));
  await vi.advanceTimersByTimeAsync(5000);
  end?.();
  await stopped;
  expect(done).toEqual(['beat', 'stopped']);
});

test('a beat that takes long is not overtaken, and one that fails is told and followed by others', async () => {
  let begun = 0;
  const failures: unknown[] = [];
  const pulse = startPulse(
    () => {
      begun += 1;
      return begun === 1 ? new Promise((_, reject) => setTimeout(reject, 2500, 'late')) : Promise.resolve();
    },
    1000,
    (cause) => failures.push(cause),
  );
  await vi.advanceTimersByTimeAsync(3400);
  expect([begun, failures]).toEqual([1, []]);
  await vi.advanceTimersByTimeAsync(2000);
  expect([begun, failures]).toEqual([3, ['late']]);
  await pulse.stop();
});
