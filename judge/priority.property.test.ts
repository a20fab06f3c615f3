import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorityOf, type QueueName, queues } from './priority.ts';

const pending = fc.oneof(fc.nat({ max: 300 }), fc.nat());
const bands: QueueName[] = ['interactive', 'rejudge', 'batch'];
const queue = fc.constantFrom(...bands);

test('whoever has less pending comes first, and nobody with more ever overtakes', () => {
  fc.assert(
    fc.property(queue, pending, pending, (name, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(priorityOf(name, less)).toBeLessThanOrEqual(priorityOf(name, more));
      // As many as any bound lets one have.
      if (more < 10_000 && less < more) expect(priorityOf(name, less)).toBeLessThan(priorityOf(name, more));
    }),
  );
});

test('people come before rejudging and rejudging before batches, however much anybody has pending', () => {
  fc.assert(
    fc.property(pending, pending, (a, b) => {
      expect(priorityOf('interactive', a)).toBeLessThan(priorityOf('rejudge', b));
      expect(priorityOf('rejudge', a)).toBeLessThan(priorityOf('batch', b));
    }),
  );
});

test('a priority is a whole number that the queue has room for', () => {
  fc.assert(
    fc.property(queue, pending, (name, a) => {
      const priority = priorityOf(name, a);
      expect(Number.isInteger(priority)).toBe(true);
      expect(priority).toBeGreaterThanOrEqual(queues[name].base);
      expect(priority).toBeLessThan(2 ** 15);
    }),
  );
});

test('however submissions of many are mixed, a first one waits for no more than the other firsts', () => {
  const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(people, (arrivals) => {
      const counts = new Map<string, number>();
      const jobs = arrivals.map((who, at) => {
        const before = counts.get(who) ?? 0;
        counts.set(who, before + 1);
        return { who, at, nth: before, priority: priorityOf('interactive', before) };
      });
      const taken = jobs.toSorted((a, b) => a.priority - b.priority || a.at - b.at);
      const firsts = taken.slice(0, counts.size);
      expect(firsts.every(({ nth }) => nth === 0)).toBe(true);
      expect(taken.map(({ nth }) => nth)).toEqual(jobs.map(({ nth }) => nth).toSorted((a, b) => a - b));
    }),
  );
});
