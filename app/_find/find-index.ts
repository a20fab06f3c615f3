/** The index of all that is taught, in one language. Made when the site is built, opened in the browser. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { mayBeMended, mendQuery } from './mend-query.ts';
import { isHan, tokenize, tokenizeText } from './tokenize.ts';

export const findKinds = ['question', 'problem', 'topic', 'track'] as const;
export type FindKind = (typeof findKinds)[number];

/** What is indexed of a thing; nothing in it is secret. */
export type FindDocument = {
  kind: FindKind;
  slug: string;
  title: string;
  /** The title in the other language: who reads Chinese may well search for «LoRA», and the other way round. */
  otherTitle: string;
  /** Names of topics, in both languages. */
  topics: string;
  headings: string;
  /** Plain words, a passage a line; kept, so that a result can show where it was found. */
  text: string;
  /** What the other language says. Found, never shown. */
  otherText: string;
};

export type Found = Pick<FindDocument, 'kind' | 'slug' | 'title' | 'otherTitle' | 'text'> & {
  /** What to mark in its words: pairs of Han as they were searched for, Latin words as they were found. */
  terms: string[];
  /** The query that found it, where the one that was asked finds nothing. */
  meant: string | null;
};

export type Find = (query: string) => Found[];

type Indexed = FindDocument & { id: string };

const options: Options<Indexed> = {
  fields: ['title', 'otherTitle', 'topics', 'headings', 'text', 'otherText'],
  storeFields: ['kind', 'slug', 'title', 'otherTitle', 'text'],
  tokenize: tokenizeText,
  processTerm: (term) => term,
  searchOptions: {
    tokenize,
    boost: { title: 6, otherTitle: 4, topics: 3, headings: 2 },
    prefix: true,
    fuzzy: slips,
    combineWith: 'AND',
  },
};

// A slip of one letter in six; a pair of Han characters has no letters to slip.
function slips(term: string): number | false {
  return !isHan(term) && term.length >= 5 ? 0.17 : false;
}

export function createIndex(documents: readonly FindDocument[]): AsPlainObject {
  const index = new MiniSearch<Indexed>(options);
  index.addAll(documents.map((document) => ({ ...document, id: `${document.kind}/${document.slug}` })));
  return index.toJSON();
}

/** Finds what holds every word of a query, the best first; where nothing does, of the query that was meant. */
export function openIndex(index: AsPlainObject): Find {
  const search = MiniSearch.loadJS<Indexed>(index, options);
  const look = (query: string, meant: string | null): Found[] => {
    const asked = tokenize(query).filter(isHan);
    return search.search(query).map(({ kind, slug, title, otherTitle, text, terms }) => ({
      kind,
      slug,
      title,
      otherTitle,
      text,
      terms: [...asked, ...terms.filter((term) => !isHan(term))],
      meant,
    }));
  };
  return (query) => {
    const found = look(query, null);
    if (found.length > 0) return found;
    // The library doesn't know that two letters changed places: to it these are two slips.
    const near = search.search(query, { fuzzy: (term) => (mayBeMended(term) ? 2 : false) });
    const meant = mendQuery(
      query,
      near.map(({ terms }) => terms),
    );
    return meant === null ? [] : look(meant, meant);
  };
}
