import type { Locale } from '#judge/verdict.ts';
import { type Entry, type EntryAction, entriesFor } from './entries.ts';
import type { Find, FindKind, Found } from './find-index.ts';
import { markPieces, opening, snippet } from './mark.ts';

/** A line of the palette. */
export type Option = {
  id: string;
  title: string;
  /** Below the title: where it was found. */
  detail: string | null;
  terms: readonly string[];
  /** As in the index. */
  meant: string | null;
  leads: { path: string } | { action: EntryAction };
};

export type OptionGroup = { kind: FindKind | Entry['kind']; options: Option[] };

/** Of each kind at most so many, the best: a palette is looked over, not read. */
const most: Record<OptionGroup['kind'], number> = {
  page: 11,
  action: 7,
  topic: 4,
  question: 8,
  problem: 6,
  track: 3,
};

type Known = { find: Find | undefined; teaches: boolean };

/**
 * What the palette offers for a query, in groups: names that were typed first, then what was found. Where a name was
 * typed, nothing else was meant.
 */
export function optionsFor(locale: Locale, query: string, { find, teaches }: Known): OptionGroup[] {
  const entries = entriesFor(locale, query, { teaches });
  const all = query.trim() === '' || find === undefined ? [] : find(query);
  const found = entries.length > 0 ? all.filter(({ meant }) => meant === null) : all;
  const ofKind = (kind: FindKind) =>
    found
      .filter((one) => one.kind === kind)
      .slice(0, most[kind])
      .map((one) => ofFound(locale, one));
  const ofEntries = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).map(ofEntry);
  const groups: OptionGroup[] = [
    { kind: 'page', options: ofEntries('page') },
    { kind: 'action', options: ofEntries('action') },
    { kind: 'topic', options: ofKind('topic') },
    { kind: 'question', options: ofKind('question') },
    { kind: 'problem', options: ofKind('problem') },
    { kind: 'track', options: ofKind('track') },
  ];
  return groups
    .map(({ kind, options }) => ({ kind, options: options.slice(0, most[kind]) }))
    .filter(({ options }) => options.length > 0);
}

function ofEntry(entry: Entry): Option {
  const { id, label } = entry;
  const leads = 'action' in entry ? { action: entry.action } : { path: entry.path };
  return { id, title: label, detail: null, terms: [], meant: null, leads };
}

function ofFound(locale: Locale, { kind, slug, title, otherTitle, text, terms, meant }: Found): Option {
  const foreign = markPieces(otherTitle, terms).some(({ marked }) => marked) ? otherTitle : null;
  const own = markPieces(title, terms).some(({ marked }) => marked);
  return {
    id: `${kind}-${slug}`,
    title,
    detail: snippet(text, terms) ?? (own ? null : (foreign ?? opening(text))),
    terms,
    meant,
    leads: { path: `/${locale}/${kind}s/${slug}` },
  };
}
