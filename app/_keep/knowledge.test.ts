import { expect, test } from 'vitest';
import type { Grade } from '#app/_practice/grade.ts';
import { keyOf } from '#app/_practice/plan.ts';
import { type Entry, replay } from '#app/_practice/replay.ts';
import { begun, knowledgeByTopic, recallAt } from './knowledge.ts';

const day = (count: number) => new Date(Date.UTC(2026, 0, 1 + count, 9));
let ids = 0;
const graded = (at: Date, grade: Grade = 3): Entry => ({
  id: String(++ids),
  act: 'grade',
  grade,
  undoes: null,
  at,
});
const question = (slug: string, ...topics: string[]) => ({ kind: 'question' as const, slug, topics });
const problem = (slug: string, ...topics: string[]) => ({ kind: 'problem' as const, slug, topics });

test('right after a grade a card is recalled for sure, when it comes back in nine of ten cases, later in fewer', () => {
  const entries = [graded(day(0))];
  const { intervalDays } = replay(entries);
  const [before, at, due, late] = recallAt(entries, [day(-1), day(0), day(intervalDays), day(60)]);
  expect(before).toBe(0);
  expect(at).toBe(1);
  expect(due).toBeCloseTo(0.9, 1);
  expect(late).toBeGreaterThan(0.2);
  expect(late).toBeLessThan(due ?? 0);
});

test('each topic tells what of it was seen and solved, and what was begun stands first', () => {
  const log = new Map([[keyOf(question('a')), [graded(day(0))]]]);
  const cards = [...log].map(([, entries]) => ({ kind: 'question' as const, slug: 'a', ...replay(entries) }));
  const topics = knowledgeByTopic({
    taught: [question('a', 'pruning', 'cost'), question('b', 'attention', 'cost'), problem('c', 'pruning')],
    cards,
    solved: new Set(['c']),
    log,
    moments: [day(-7), day(0)],
  });
  expect(topics.map(({ topic }) => topic)).toEqual(['pruning', 'cost', 'attention']);
  expect(topics[0]).toEqual({
    topic: 'pruning',
    questions: { seen: 1, all: 1 },
    recall: 1,
    problems: { solved: 1, all: 1 },
    history: [0, 1],
  });
  expect(topics[1]?.questions).toEqual({ seen: 1, all: 2 });
  expect(topics[2]).toMatchObject({ recall: null, history: [0, 0] });
  expect(topics.map(begun)).toEqual([2, 1, 0]);
});
