import { expect, test } from 'vitest';
import { mapAtOnce } from './at-once.ts';

test('what takes long does not change the order, and no more run at once than allowed', async () => {
  let running = 0;
  let most = 0;
  const ends = new Map<number, () => void>();
  const done = mapAtOnce([10, 20, 30], 2, async (item, index) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.set(index, resolve));
    running -= 1;
    return item + index;
  });
  // The second ends before the first; only then does the third begin.
  ends.get(1)?.();
  await expect.poll(() => ends.has(2)).toBe(true);
  ends.get(2)?.();
  ends.get(0)?.();
  expect(await done).toEqual([10, 21, 32]);
  expect(most).toBe(2);
});

test('the first failure is told', async () => {
  const failing = mapAtOnce([1, 2], 2, async (item) => {
    if (item === 2) throw new Error('the second');
    return item;
  });
  await expect(failing).rejects.toThrow('the second');
});
