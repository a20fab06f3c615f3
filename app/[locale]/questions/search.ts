import MiniSearch from 'minisearch';
import { tokenize } from './tokenize.ts';

/** The words of a question in both languages: who reads Chinese may well search for «LoRA». */
export type SearchDocument = { slug: string; title: string; body: string };

export type Search = (query: string) => string[];

/** Finds the slugs of the documents that hold every word of a query, the best first. */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const index = new MiniSearch<SearchDocument>({
    idField: 'slug',
    fields: ['title', 'body'],
    tokenize,
    searchOptions: { boost: { title: 4 }, prefix: true, fuzzy: isLongWord, combineWith: 'AND' },
  });
  index.addAll(documents);
  return (query) => index.search(query).map(({ id }) => String(id));
}

// A slip of one letter in six; a pair of Han characters has no letters to slip.
function isLongWord(term: string): number | false {
  return term.length >= 5 ? 0.17 : false;
}
