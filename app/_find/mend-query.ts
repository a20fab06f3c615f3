import { isHan, normalize, parts, tokenize, words } from './tokenize.ts';

// Of a shorter word too much is one slip away.
const shortest = 4;

/** Whether a word may have been meant otherwise; a pair of Han characters has no letters to slip. */
export function mayBeMended(term: string): boolean {
  return !isHan(term) && term.length >= shortest;
}

/**
 * The query as it was meant where it finds nothing: each of its words that a text hasn't got replaced by one that it has,
 * a slip away. `texts` holds words of texts that come near, the best first; null where none of them has all words.
 */
export function mendQuery(query: string, texts: Iterable<readonly string[]>): string | null {
  const asked = tokenize(query).filter(mayBeMended);
  for (const has of texts) {
    const meant = new Map(asked.map((word) => [word, meantBy(word, has)]));
    if ([...meant.values()].every((word) => word !== undefined))
      return query.normalize('NFKC').replaceAll(words, (word) => replaceParts(word, meant));
  }
  return null;
}

function meantBy(word: string, has: readonly string[]): string | undefined {
  return has.some((other) => other.startsWith(word)) ? word : has.find((other) => isOneSlip(word, other));
}

function replaceParts(word: string, meant: ReadonlyMap<string, string | undefined>): string {
  return parts(word).reduce((mended, part) => {
    const other = meant.get(normalize(part));
    return other === undefined || other === normalize(part) ? mended : mended.replace(part, other);
  }, word);
}

/** One letter too many, too few or another, or two that changed places (Damerau 1964). */
export function isOneSlip(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  return (
    a !== b &&
    (a.slice(1) === b ||
      a === b.slice(1) ||
      a.slice(1) === b.slice(1) ||
      (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)))
  );
}
