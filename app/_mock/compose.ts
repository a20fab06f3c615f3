/** What a mock interview asks. No clock, no database: the same catalogue, choice and seed make the same interview. */
import { type Difficulty, difficulties } from '#content/difficulty.ts';
import { randomFrom } from './random.ts';

export type MockChoice = {
  minutes: number;
  /** None means all. */
  topics: readonly string[];
  level: Difficulty | 'any';
};

/** `due` comes back today, `unseen` was never asked, `rest` may wait. */
export type Standing = 'due' | 'unseen' | 'rest';

type Offered = { slug: string; topics: readonly string[]; difficulty: Difficulty; standing: Standing };
export type OfferedQuestion = Offered & {
  /** Ids of its checks. */
  checks: readonly string[];
  problems: readonly string[];
};
export type Catalogue = { questions: readonly OfferedQuestion[]; problems: readonly Offered[] };

export type PlannedItem = {
  kind: 'question' | 'check' | 'problem';
  slug: string;
  checkId: string | null;
  /** What it doesn't keep to, since too few did. */
  beyond: 'topics' | 'level' | null;
  budgetSeconds: number;
};

/** A question takes four minutes and a check one; the problem gets what whole pairs of those leave, some 45 %. */
const questionMinutes = 4;
const checkMinutes = 1;
const pairMinutes = questionMinutes + checkMinutes;
const problemShare = 0.45;

export const shortestMinutes = 20;
export const longestMinutes = 120;

/**
 * Questions, each followed by a check from another question, and one problem at the end, where running over takes time
 * from nothing else. Nothing is asked twice. What keeps to topics and level comes first, then the nearest level, then
 * other topics; among equals what is due, then what is unseen. Where even those are too few there are fewer items and
 * each gets more time: the budgets always come to the whole length. Empty where the catalogue is.
 */
export function composeMock(catalogue: Catalogue, choice: MockChoice, seed: number): PlannedItem[] {
  const random = randomFrom(seed);
  const pairs = Math.round((choice.minutes * (1 - problemShare)) / pairMinutes);
  const ranked = rank(catalogue.questions, choice, random);
  const questions = ranked.slice(0, pairs);
  const checks = pickChecks(ranked, { taken: pairs, count: pairs, random });
  const [problem] = rank(withLinkedTopics(catalogue), choice, random);
  const items: Weighed[] = [];
  for (let i = 0; i < pairs; i++) {
    const question = questions[i];
    const check = checks[i];
    if (question) items.push(plan('question', question, questionMinutes));
    if (check) items.push({ ...plan('check', check, checkMinutes), checkId: check.checkId });
  }
  if (problem) items.push(plan('problem', problem, choice.minutes - pairs * pairMinutes));
  return withBudgets(items, choice.minutes * 60);
}

type Ranked<T> = T & { beyond: PlannedItem['beyond'] };

function rank<T extends Offered>(
  offered: readonly T[],
  choice: MockChoice,
  random: () => number,
): Ranked<T>[] {
  return offered
    .map((one) => ({ one, order: [...distanceOf(one, choice), standings[one.standing], random()] }))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ one }) => ({ ...one, beyond: beyondOf(one, choice) }));
}

const standings = { due: 0, unseen: 1, rest: 2 } as const satisfies Record<Standing, number>;

/** How far it is from what was chosen: topics first, then steps of level. */
function distanceOf({ topics, difficulty }: Offered, choice: MockChoice): [number, number] {
  const about = choice.topics.length === 0 || topics.some((topic) => choice.topics.includes(topic));
  const steps =
    choice.level === 'any'
      ? 0
      : Math.abs(difficulties.indexOf(difficulty) - difficulties.indexOf(choice.level));
  return [about ? 0 : 1, steps];
}

function beyondOf(one: Offered, choice: MockChoice): PlannedItem['beyond'] {
  const [off, steps] = distanceOf(one, choice);
  if (off > 0) return 'topics';
  return steps > 0 ? 'level' : null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A problem is about what the questions that lead to it are about, too: packages name fewer topics. */
function withLinkedTopics({ questions, problems }: Catalogue): Offered[] {
  return problems.map((problem) => {
    const leading = questions.filter(({ problems: linked }) => linked[0] === problem.slug);
    return { ...problem, topics: [...problem.topics, ...leading.flatMap(({ topics }) => topics)] };
  });
}

type Picking = { taken: number; count: number; random: () => number };

/** One a question, from those that are not asked themselves as long as there are any: an answer gives checks away. */
function pickChecks(
  ranked: readonly Ranked<OfferedQuestion>[],
  { taken, count, random }: Picking,
): (Ranked<OfferedQuestion> & { checkId: string })[] {
  const others = [...ranked.slice(taken), ...ranked.slice(0, taken)];
  const picked = others.flatMap((question) => {
    const checkId = question.checks[Math.floor(random() * question.checks.length)];
    return checkId === undefined ? [] : [{ ...question, checkId }];
  });
  return picked.slice(0, count);
}

type Weighed = Omit<PlannedItem, 'budgetSeconds'> & { weight: number };

function plan(kind: PlannedItem['kind'], one: Ranked<Offered>, weight: number): Weighed {
  return { kind, slug: one.slug, checkId: null, beyond: one.beyond, weight };
}

/** Whole seconds in proportion to the weights, with nothing lost to rounding. */
function withBudgets(items: readonly Weighed[], seconds: number): PlannedItem[] {
  const all = items.reduce((sum, { weight }) => sum + weight, 0);
  let weighed = 0;
  let given = 0;
  return items.map(({ weight, ...item }) => {
    weighed += weight;
    const until = Math.round((seconds * weighed) / all);
    const budgetSeconds = until - given;
    given = until;
    return { ...item, budgetSeconds };
  });
}
