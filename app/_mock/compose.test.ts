import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difficulties } from '#content/difficulty.ts';
import { type Catalogue, composeMock, type MockChoice, type OfferedQuestion } from './compose.ts';

const topics = ['pruning', 'quantization', 'serving'];
const question = (slug: string, more: Partial<OfferedQuestion> = {}): OfferedQuestion => ({
  slug,
  topics: ['pruning'],
  difficulty: 'medium',
  standing: 'unseen',
  checks: ['a', 'b'],
  problems: [],
  ...more,
});
const problem = (slug: string, more: Partial<Catalogue['problems'][number]> = {}) => ({
  slug,
  topics: ['pruning'],
  difficulty: 'medium' as const,
  standing: 'unseen' as const,
  ...more,
});
const many = (count: number, more: Partial<OfferedQuestion> = {}, name = 'q') =>
  Array.from({ length: count }, (_, i) => question(`${name}${i}`, more));
const choice = (more: Partial<MockChoice> = {}): MockChoice => ({
  minutes: 45,
  topics: [],
  level: 'any',
  ...more,
});
const plenty: Catalogue = { questions: many(20), problems: [problem('p')] };

const standings = ['due', 'unseen', 'rest'] as const;
const offered = {
  topics: fc.subarray(topics, { minLength: 1 }),
  difficulty: fc.constantFrom(...difficulties),
  standing: fc.constantFrom(...standings),
};
const catalogues = fc.record({
  questions: fc
    .array(
      fc.record({ ...offered, checks: fc.subarray(['a', 'b', 'c']), problems: fc.subarray(['p0', 'p1']) }),
      {
        maxLength: 25,
      },
    )
    .map((all) => all.map((one, i) => ({ slug: `q${i}`, ...one }))),
  problems: fc
    .array(fc.record(offered), { maxLength: 4 })
    .map((all) => all.map((one, i) => ({ slug: `p${i}`, ...one }))),
});
const choices = fc.record({
  minutes: fc.integer({ min: 20, max: 120 }),
  topics: fc.subarray(topics),
  level: fc.constantFrom(...difficulties, 'any' as const),
});

describe('for every catalogue, choice and seed', () => {
  test('the times of the items come to the length, and none gets no time', () => {
    fc.assert(
      fc.property(catalogues, choices, fc.integer(), (catalogue, chosen, seed) => {
        const items = composeMock(catalogue, chosen, seed);
        const seconds = items.reduce((sum, { budgetSeconds }) => sum + budgetSeconds, 0);
        const empty = catalogue.questions.length + catalogue.problems.length === 0;
        expect(seconds).toBe(empty ? 0 : chosen.minutes * 60);
        for (const { budgetSeconds } of items) expect(budgetSeconds).toBeGreaterThan(0);
      }),
    );
  });

  test('the same seed makes the same interview', () => {
    fc.assert(
      fc.property(catalogues, choices, fc.integer(), (catalogue, chosen, seed) => {
        expect(composeMock(catalogue, chosen, seed)).toEqual(composeMock(catalogue, chosen, seed));
      }),
    );
  });

  test('nothing is asked twice, and there is one problem at most, at the end', () => {
    fc.assert(
      fc.property(catalogues, choices, fc.integer(), (catalogue, chosen, seed) => {
        const items = composeMock(catalogue, chosen, seed);
        const keys = items.map(({ kind, slug, checkId }) => `${kind}/${slug}/${checkId}`);
        expect(new Set(keys).size).toBe(keys.length);
        const problems = items.filter(({ kind }) => kind === 'problem');
        expect(problems).toHaveLength(Math.min(1, catalogue.problems.length));
        if (problems.length > 0) expect(items.at(-1)?.kind).toBe('problem');
      }),
    );
  });

  test('what doesn’t keep to the topics comes only once nothing is left that does, and says so', () => {
    fc.assert(
      fc.property(catalogues, choices, fc.integer(), (catalogue, chosen, seed) => {
        fc.pre(chosen.topics.length > 0);
        const about = catalogue.questions.filter((one) => one.topics.some((t) => chosen.topics.includes(t)));
        const asked = composeMock(catalogue, chosen, seed).filter(({ kind }) => kind === 'question');
        const strangers = asked.filter(({ slug }) => !about.some((one) => one.slug === slug));
        expect(strangers.map(({ beyond }) => beyond)).toEqual(strangers.map(() => 'topics'));
        if (strangers.length > 0) expect(asked.length - strangers.length).toBe(about.length);
      }),
    );
  });
});

test.each([
  [20, 2, 600],
  [45, 5, 1200],
  [60, 7, 1500],
])(
  '%i minutes are %i questions of four minutes, as many checks of one, and the problem',
  (minutes, pairs, rest) => {
    const items = composeMock(plenty, choice({ minutes }), 1);
    const budgets = (kind: string) =>
      items.filter((one) => one.kind === kind).map((one) => one.budgetSeconds);
    expect(budgets('question')).toEqual(Array(pairs).fill(240));
    expect(budgets('check')).toEqual(Array(pairs).fill(60));
    expect(budgets('problem')).toEqual([rest]);
  },
);

test('another seed makes another interview', () => {
  const slugs = (seed: number) => composeMock(plenty, choice(), seed).map(({ slug }) => slug);
  expect(slugs(1)).not.toEqual(slugs(2));
});

test('what is due is asked before what was never seen, and that before the rest', () => {
  const questions = [
    ...many(10, { standing: 'rest' }, 'rest'),
    ...many(3, { standing: 'unseen' }, 'unseen'),
    ...many(1, { standing: 'due' }, 'due'),
  ];
  const asked = composeMock({ questions, problems: [] }, choice({ minutes: 60 }), 7).filter(
    ({ kind }) => kind === 'question',
  );
  expect(asked.slice(0, 4).map(({ slug }) => slug.replace(/\d/, ''))).toEqual([
    'due',
    'unseen',
    'unseen',
    'unseen',
  ]);
});

test('checks are of questions that are not asked themselves, as long as there are any', () => {
  const items = composeMock(plenty, choice(), 3);
  const of = (kind: string) => items.filter((one) => one.kind === kind).map(({ slug }) => slug);
  expect(of('check').filter((slug) => of('question').includes(slug))).toEqual([]);
});

test('where too few are of the level the nearest level fills up, and says so', () => {
  const questions = [
    ...many(1, { difficulty: 'hard' }, 'hard'),
    ...many(1, { difficulty: 'medium' }, 'medium'),
    ...many(9, { difficulty: 'easy' }, 'easy'),
  ];
  const asked = composeMock({ questions, problems: [] }, choice({ minutes: 20, level: 'hard' }), 5).filter(
    ({ kind }) => kind === 'question',
  );
  expect(asked.map(({ slug, beyond }) => [slug, beyond])).toEqual([
    ['hard0', null],
    ['medium0', 'level'],
  ]);
});

test('a problem that a question about the topic leads to is about the topic', () => {
  const questions = [question('q', { topics: ['serving'], problems: ['led-to'] })];
  const problems = [problem('other'), problem('led-to')];
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const items = composeMock({ questions, problems }, choice({ topics: ['serving'] }), seed);
    expect(items.at(-1)).toMatchObject({ slug: 'led-to', beyond: null });
  }
});
