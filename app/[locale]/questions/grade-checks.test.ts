import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeChoice, gradeOrder, moved } from './grade-checks.ts';

const permutation = fc
  .integer({ min: 1, max: 7 })
  .chain((length) =>
    fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length }),
  );

test('an order is right exactly where no step has to move', () => {
  fc.assert(
    fc.property(permutation, (places) => {
      const { inPlace, moves } = gradeOrder(places);
      expect(moves === 0).toBe(inPlace.every(Boolean));
      expect(moves).toBeLessThan(places.length);
    }),
  );
});

/** By trying all: the least number of moves that leads to the right order. */
function least(places: number[]): number {
  const goal = [...places].sort((a, b) => a - b).join();
  const further = (list: number[]) =>
    list.flatMap((_place, from) => list.map((_other, to) => moved(list, from, to).join()));
  let reached = new Set([places.join()]);
  for (let moves = 0; ; moves++) {
    if (reached.has(goal)) return moves;
    reached = new Set([...reached].flatMap((one) => further(one.split(',').map(Number))));
  }
}

test('so many moves are enough, and one fewer is not', () => {
  const small = permutation.filter((places) => places.length <= 5);
  fc.assert(
    fc.property(small, (places) => {
      expect(gradeOrder(places).moves).toBe(least(places));
    }),
    { numRuns: 60 },
  );
});

test('a step that is moved stands at its new place, and the others keep their order', () => {
  fc.assert(
    fc.property(permutation, fc.nat(), fc.nat(), (places, a, b) => {
      const [from, to] = [a % places.length, b % places.length];
      const after = moved(places, from, to);
      expect(after[to]).toBe(places[from]);
      const others = (list: number[]) => list.filter((place) => place !== places[from]);
      expect(others(after)).toEqual(others(places));
    }),
  );
});

test('a choice is told how many right ones it found and how many wrong ones it took', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ correct: fc.boolean(), taken: fc.boolean() })), (options) => {
      const chosen = new Set(options.flatMap(({ taken }, index) => (taken ? [index] : [])));
      const { found, all, wrong } = gradeChoice(options, chosen);
      const exact = options.every(({ correct, taken }) => correct === taken);
      expect(found === all && wrong === 0).toBe(exact);
      expect(found + wrong).toBe(chosen.size);
    }),
  );
});
