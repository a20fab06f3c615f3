import type { QuestionState } from './progress.ts';
import type { Search } from './search.ts';
import { tokenize } from './tokenize.ts';

export type QuestionItem = {
  slug: string;
  title: string;
  difficulty: 'easy' | 'medium' | 'hard';
  topics: { id: string; name: string }[];
  checkIds: string[];
};

/** `''` means any. */
export type QuestionFilter = { q: string; topic: string; difficulty: string; state: string };

type Known = { states: Readonly<Record<string, QuestionState>>; search: Search | undefined };

/** The questions that pass, in the order of the search where there is one. */
export function filterQuestions<Item extends QuestionItem>(
  items: readonly Item[],
  filter: QuestionFilter,
  { states, search }: Known,
): Item[] {
  const passing = items.filter(
    ({ slug, topics, difficulty }) =>
      (filter.topic === '' || topics.some(({ id }) => id === filter.topic)) &&
      (filter.difficulty === '' || difficulty === filter.difficulty) &&
      (filter.state === '' || (states[slug] ?? 'new') === filter.state),
  );
  if (filter.q.trim() === '') return passing;
  // Until the index is there, the titles on the page have to do.
  if (search === undefined) return passing.filter(({ title }) => holdsAll(title, filter.q));
  const bySlug = new Map(passing.map((item) => [item.slug, item]));
  return search(filter.q).flatMap((slug) => bySlug.get(slug) ?? []);
}

function holdsAll(title: string, query: string): boolean {
  const plain = title.normalize('NFKC').toLowerCase();
  return tokenize(query).every((token) => plain.includes(token));
}
