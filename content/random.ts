/** Repeatable chance: the same seed, the same numbers. Runs in the browser too. */

/** Numbers in [0, 1): mulberry32, 32 bits of state, by Tommy Ettinger; good enough to vary an exercise. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Chance = {
  /** One of a list that is not empty. */
  pick: <T>(list: readonly [T, ...T[]]) => T;
  /** A whole number, both ends included. */
  whole: (least: number, most: number) => number;
};

export function chanceFrom(seed: number): Chance {
  const next = numbersFrom(seed);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { whole, pick: (list) => list[whole(0, list.length - 1)] ?? list[0] };
}

/** A seed of a name, so that what is shuffled on a page is shuffled alike at each build (FNV-1a). */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The places 0 … length − 1 in an order that differs from theirs, where there is more than one. */
export function shuffledPlaces(length: number, seed: number): number[] {
  const { whole } = chanceFrom(seed);
  const places: number[] = [];
  for (let place = 0; place < length; place++) places.splice(whole(0, place), 0, place);
  const untouched = length > 1 && places.every((place, index) => place === index);
  return untouched ? places.reverse() : places;
}
