import { z } from 'zod';
import type { PublicProblem } from '#content/public-problem.ts';

export const problemStates = ['solved', 'tried', 'new'] as const;
export type ProblemState = (typeof problemStates)[number];

/** A problem as the list shows it. */
export type ListedProblem = Pick<PublicProblem, 'slug' | 'name' | 'difficulty' | 'topics'> & {
  state: ProblemState;
  /** Share of judged submissions that were accepted, or null where there are none. */
  acceptance: number | null;
};

const filters = z.object({
  difficulty: z.enum(['easy', 'medium', 'hard']).optional().catch(undefined),
  state: z.enum(problemStates).optional().catch(undefined),
  topic: z.string().optional().catch(undefined),
});

export type Filters = z.infer<typeof filters>;

/** Filters of the address; what it doesn't know is no filter. */
export function parseFilters(query: Record<string, string | string[] | undefined>): Filters {
  return filters.parse(query);
}

/** The address of a list with one filter set or, for undefined, taken away. */
export function withFilter(filters: Filters, name: keyof Filters, value: string | undefined): string {
  const next = Object.entries({ ...filters, [name]: value }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return next.length === 0 ? '?' : `?${new URLSearchParams(next)}`;
}

export function applyFilters(
  problems: ListedProblem[],
  { difficulty, state, topic }: Filters,
): ListedProblem[] {
  return problems.filter(
    (problem) =>
      (!difficulty || problem.difficulty === difficulty) &&
      (!state || problem.state === state) &&
      (!topic || problem.topics.includes(topic)),
  );
}
