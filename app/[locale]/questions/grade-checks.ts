/** How near an answer is, for the checks that can be partly right. Pure. */

/** Of a choice with several right options: how many of them were found, and how much was chosen beside them. */
export function gradeChoice(options: readonly { correct: boolean }[], chosen: ReadonlySet<number>) {
  const right = options.flatMap(({ correct }, index) => (correct ? [index] : []));
  const found = right.filter((index) => chosen.has(index)).length;
  return { found, all: right.length, wrong: chosen.size - found };
}

/**
 * `places` are those of the steps in the right order, as they stand now. `moves` is the least number of steps that have
 * to be taken out and put elsewhere: all but the longest run that is in order.
 */
export function gradeOrder(places: readonly number[]): { inPlace: boolean[]; moves: number } {
  const longest: number[] = [];
  for (const [index, place] of places.entries()) {
    const before = longest.filter((_length, earlier) => (places[earlier] ?? 0) < place);
    longest[index] = 1 + Math.max(0, ...before);
  }
  return {
    inPlace: places.map((place, index) => place === index),
    moves: places.length - Math.max(0, ...longest),
  };
}

/** The list with one of its items at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_item, index) => index !== from);
  return rest.toSpliced(to, 0, ...list.slice(from, from + 1));
}
