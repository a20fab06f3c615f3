import type { Find } from '#app/_find/find-index.ts';
import { type Match, matchItems } from '#app/_find/match-items.ts';
import type { NamedTopic } from '#app/_find/name-topics.ts';
import type { Difficulty } from '#content/difficulty.ts';
import type { QuestionState } from './progress.ts';

export type QuestionItem = {
  slug: string;
  title: string;
  /** Titles in both languages and names of topics: what is searched until the index is there. */
  words: string;
  difficulty: Difficulty;
  topics: NamedTopic[];
  checkIds: string[];
};

/** `''` means any; `kept` is `bookmarked`, or any. */
export type QuestionFilter = { q: string; topic: string; difficulty: string; state: string; kept: string };

export const noFilter: QuestionFilter = { q: '', topic: '', difficulty: '', state: '', kept: '' };

/** The filter that an address asks for. */
export function readFilter(query: URLSearchParams): QuestionFilter {
  const given = (name: keyof QuestionFilter) => query.get(name) ?? '';
  return {
    q: given('q'),
    topic: given('topic'),
    difficulty: given('difficulty'),
    state: given('state'),
    kept: given('kept'),
  };
}

type Known = {
  states: Readonly<Record<string, QuestionState>>;
  find: Find | undefined;
  /** Undefined while it isn't known what is: then all pass. */
  bookmarks: ReadonlySet<string> | undefined;
};

/** The questions that pass, in the order of the search where there is one. */
export function filterQuestions<Item extends QuestionItem>(
  items: readonly Item[],
  filter: QuestionFilter,
  { states, find, bookmarks }: Known,
): Match<Item>[] {
  const passing = items.filter(
    ({ slug, topics, difficulty }) =>
      (filter.topic === '' || topics.some(({ id }) => id === filter.topic)) &&
      (filter.difficulty === '' || difficulty === filter.difficulty) &&
      (filter.state === '' || (states[slug] ?? 'new') === filter.state) &&
      (filter.kept !== 'bookmarked' || bookmarks === undefined || bookmarks.has(slug)),
  );
  return matchItems(passing, filter.q, { kind: 'question', find });
}
