import type { Tolerance } from '#content/problem.ts';
import type { PlainData } from '../plain-data.ts';
import type { WrongElement } from '../verdict.ts';
import { answerTo } from './leaf.ts';
import { differenceOf, written, writtenDifference } from './written.ts';

/** How many wrong elements a failure shows. */
const shownElements = 5;

/** Where a value stands, how it is to be written, and the rule that it broke. */
type At = { index: readonly number[]; float32: boolean; rule: Tolerance };
type Wrong = { expected: PlainData; actual: PlainData; at: At; size: number };

/**
 * The values of one field (path without indices): how many there are, how many are off, and the few that are off most.
 * Only those few are kept, so that an output of millions of wrong values costs no memory.
 */
export class Tally {
  total = 0;
  wrong = 0;
  readonly field: string;
  readonly #worst: Wrong[] = [];

  constructor(field: string) {
    this.field = field;
  }

  /** `index` is copied only where the value is among the worst so far. */
  addWrong(expected: PlainData, actual: PlainData, at: At): void {
    this.wrong += 1;
    const size = sizeOf(differenceOf(answerOf(expected, at), actual));
    const last = this.#worst.at(-1);
    if (last && this.#worst.length === shownElements && size <= last.size) return;
    const place = this.#worst.findIndex((other) => other.size < size);
    const wrong = { expected, actual, at: { ...at, index: [...at.index] }, size };
    this.#worst.splice(place < 0 ? this.#worst.length : place, 0, wrong);
    this.#worst.length = Math.min(this.#worst.length, shownElements);
  }

  worst(): WrongElement[] {
    return this.#worst.map(({ expected, actual, at }) => {
      const answer = answerOf(expected, at);
      return {
        index: [...at.index],
        expected: written(answer, at.float32),
        actual: written(actual, at.float32),
        difference: writtenDifference(answer, actual),
        ...(!Object.is(answer, expected) && { quotient: written(expected) }),
      };
    });
  }
}

/** What a right output has there. */
function answerOf(expected: PlainData, { rule }: At): PlainData {
  return typeof expected === 'number' ? answerTo(expected, rule) : expected;
}

// What has no size, NaN and texts, comes first.
function sizeOf(difference: number | bigint | null): number {
  const size = difference === null ? Number.NaN : Number(difference);
  return Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
}
