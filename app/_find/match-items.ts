import type { Find, FindKind } from './find-index.ts';
import { normalize, tokenize } from './tokenize.ts';

/** What a list can be searched by before the index is there: `words` holds its titles in both languages, and more. */
export type Searchable = { slug: string; words: string };

/**
 * An item that matches, what to mark in it, and the text in which it may have been found as well. Which passage that
 * is (`snippet`) is looked for in rows that are shown alone: for two thousand it took a second. `meant` as in the index.
 */
export type Match<Item> = { item: Item; terms: readonly string[]; text: string; meant: string | null };

/** The items that match a query, the best first; all, as they stand, where it asks for nothing. */
export function matchItems<Item extends Searchable>(
  items: readonly Item[],
  query: string,
  { kind, find }: { kind: FindKind; find: Find | undefined },
): Match<Item>[] {
  const tokens = tokenize(query);
  if (tokens.length === 0) return items.map((item) => ({ item, terms: [], text: '', meant: null }));
  if (find === undefined) {
    const holdsAll = ({ words }: Item) => {
      const plain = normalize(words);
      return tokens.every((token) => plain.includes(token));
    };
    return items.filter(holdsAll).map((item) => ({ item, terms: tokens, text: '', meant: null }));
  }
  const bySlug = new Map(items.map((item) => [item.slug, item]));
  return find(query).flatMap((found) => {
    const item = found.kind === kind ? bySlug.get(found.slug) : undefined;
    return item ? [{ item, terms: found.terms, text: found.text, meant: found.meant }] : [];
  });
}
