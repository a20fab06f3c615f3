import type { Find } from '#app/_find/find-index.ts';
import { type Match, matchItems } from '#app/_find/match-items.ts';
import { difficulties } from '#content/difficulty.ts';
import type { PublicProblem } from '#content/public-problem.ts';

export const problemStates = ['solved', 'tried', 'new'] as const;
export type ProblemState = (typeof problemStates)[number];

/** A problem as the list shows it. */
export type ListedProblem = Pick<PublicProblem, 'slug' | 'name' | 'difficulty' | 'topics'> & {
  state: ProblemState;
  /** Share of judged submissions that were accepted, or null where there are none. */
  acceptance: number | null;
  bookmarked: boolean;
};

export type Filters = {
  q?: string | undefined;
  difficulty?: PublicProblem['difficulty'] | undefined;
  state?: ProblemState | undefined;
  topic?: string | undefined;
  kept?: 'bookmarked' | undefined;
};

/** Filters of the address; what it doesn't know is no filter. Zod would be more script than the rest of the list. */
export function parseFilters(query: Record<string, string | string[] | undefined>): Filters {
  const { q, difficulty, state, topic, kept } = query;
  return {
    q: typeof q === 'string' && q.length <= 200 ? q : undefined,
    difficulty: difficulties.find((known) => known === difficulty),
    state: problemStates.find((known) => known === state),
    topic: typeof topic === 'string' ? topic : undefined,
    kept: kept === 'bookmarked' ? kept : undefined,
  };
}

/** The filters as an address has them, `''` where there are none. */
export function queryOf(filters: Filters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The problems that pass, in the order of the search where there is one. */
export function applyFilters(
  problems: readonly ListedProblem[],
  { q = '', difficulty, state, topic, kept }: Filters,
  find?: Find,
): Match<ListedProblem>[] {
  const passing = problems.filter(
    (problem) =>
      (!difficulty || problem.difficulty === difficulty) &&
      (!state || problem.state === state) &&
      (!topic || problem.topics.includes(topic)) &&
      (!kept || problem.bookmarked),
  );
  const searchable = passing.map((problem) => ({
    ...problem,
    words: [problem.name.en, problem.name.zh, ...problem.topics].join(' '),
  }));
  return matchItems(searchable, q, { kind: 'problem', find });
}
