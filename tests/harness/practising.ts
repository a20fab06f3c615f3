/** What tests of practice do with the API: people with tokens, their logs and what is due. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestApi, Visitor } from './api.ts';
import { letIn } from './people.ts';

export type Learner = Visitor & { token: string; userId: string };
type Item = {
  kind: string;
  slug: string;
  dueOn: string | null;
  reps: number;
  lapses: number;
  intervals: object;
};
type Practice = {
  today: string;
  settings: { timeZone: string };
  queue: Item[];
  done: { new: number; review: number };
  ahead: number[];
  setAside: { slug: string; until: string }[];
};
type Sent = { id?: string; slug?: string; at?: string; act?: string; grade?: number; undoes?: string };

/** An entry as a browser sends it: a good grade where nothing else is said. */
export const entry = ({
  id = randomUUID(),
  slug = 'overfitting',
  at = '2026-01-05T09:00:00Z',
  ...rest
}: Sent) => ({
  id,
  kind: 'question',
  slug,
  at,
  ...(rest.act === undefined ? { act: 'grade', grade: 3 } : {}),
  ...rest,
});

export function practising(api: () => TestApi) {
  let people = 0;
  return {
    someone: async (): Promise<Learner> => {
      people += 1;
      const name = `learner-${people}`;
      const [token = ''] = await letIn(api().database.db, { count: 1, name });
      return { token, userId: `${name}-0` };
    },
    practiceOf: async (visitor: Visitor): Promise<Practice> => {
      const answer = await api().call('GET /api/v1/practice', visitor);
      expect(answer.status).toBe(200);
      return (await answer.json()) as Practice;
    },
    send: async (visitor: Visitor, entries: object[]): Promise<string[]> => {
      const answer = await api().call('POST /api/v1/practice/entries', { ...visitor, body: { entries } });
      expect(answer.status).toBe(200);
      const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] };
      return outcomes.map(({ outcome }) => outcome);
    },
    choose: (visitor: Visitor, more: object) =>
      api().call('PUT /api/v1/practice/settings', {
        ...visitor,
        body: { newPerDay: 2, reviewsPerDay: 50, timeZone: 'UTC', interviewOn: null, ...more },
      }),
    cardOf: ({ userId }: Learner, slug: string) =>
      api().database.db.practiceCard.findFirst({
        where: { slug, userId },
        select: {
          stability: true,
          difficulty: true,
          intervalDays: true,
          firstAt: true,
          lastAt: true,
          reps: true,
          lapses: true,
          suspended: true,
        },
      }),
  };
}
