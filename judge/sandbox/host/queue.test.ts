import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

/** Whoever puts stops when told to, as a guest does whose channel is not read. */
test('what waits is bounded by what may and one more, and all arrives in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), async (sizes) => {
      const most = 50;
      let stopped = false;
      let next = 0;
      let waiting = 0;
      const queue = createQueue<number>({
        bytes: most,
        onFull: () => {
          stopped = true;
        },
        onRoom: () => {
          stopped = false;
          queueMicrotask(fill);
        },
      });
      const fill = () => {
        for (; !stopped && next < sizes.length; next += 1) {
          const bytes = sizes[next] ?? 0;
          waiting += bytes;
          // The one that was taken last is still in somebody's hands.
          expect(waiting - bytes).toBeLessThanOrEqual(most + 40);
          queue.put(next, bytes);
        }
        if (next === sizes.length) queue.close();
      };
      fill();
      const taken: number[] = [];
      for await (const value of queue.drain()) {
        waiting -= sizes[value] ?? 0;
        taken.push(value);
        await null;
      }
      expect(taken).toEqual(sizes.map((_, i) => i));
    }),
  );
});

test('trouble is thrown after what was put before it', async () => {
  const queue = createQueue<number>({ bytes: 1, onFull: () => undefined, onRoom: () => undefined });
  queue.put(7, 1);
  queue.close(new Error('lost'));
  const drained = queue.drain();
  expect((await drained.next()).value).toBe(7);
  await expect(drained.next()).rejects.toThrow('lost');
});
