import type { PlainData } from '../plain-data.ts';
import type { WrongElement } from '../verdict.ts';
import { differenceOf, written, writtenDifference } from './written.ts';

/** How many wrong elements a failure shows. */
const shownElements = 5;

type Wrong = { index: number[]; expected: PlainData; actual: PlainData; float32: boolean; size: number };

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
  addWrong(expected: PlainData, actual: PlainData, at: { index: readonly number[]; float32: boolean }): void {
    this.wrong += 1;
    const size = sizeOf(differenceOf(expected, actual));
    const last = this.#worst.at(-1);
    if (last && this.#worst.length === shownElements && size <= last.size) return;
    const place = this.#worst.findIndex((other) => other.size < size);
    const wrong = { index: [...at.index], expected, actual, float32: at.float32, size };
    this.#worst.splice(place < 0 ? this.#worst.length : place, 0, wrong);
    this.#worst.length = Math.min(this.#worst.length, shownElements);
  }

  worst(): WrongElement[] {
    return this.#worst.map(({ index, expected, actual, float32 }) => ({
      index,
      expected: written(expected, float32),
      actual: written(actual, float32),
      difference: writtenDifference(expected, actual),
    }));
  }
}

// What has no size, NaN and texts, comes first.
function sizeOf(difference: number | bigint | null): number {
  const size = difference === null ? Number.NaN : Number(difference);
  return Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
}
