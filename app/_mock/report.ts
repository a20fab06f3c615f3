/** What a mock interview came to. No clock, no database. */
import { type Grade, suggestGrade } from '../_practice/grade.ts';
import type { Clock, Pause } from './clock.ts';
import type { Mark } from './mark-check.ts';

/** What was sent to the judge within it. */
export type Attempt = {
  id: string;
  status: string;
  verdict: string | null;
  score: number | null;
  maxScore: number | null;
};

type Asked = { place: number; slug: string; topics: readonly string[]; budgetMs: number };
export type FinishedItem = Asked &
  (
    | { kind: 'question'; revealed: boolean; named: readonly number[]; points: number }
    | { kind: 'check'; mark: Mark }
    | { kind: 'problem'; attempt: Attempt | null }
  );

export type ReportedItem = FinishedItem & { spentMs: number; grade: Grade | null };

/** Why something is worth another look, the most pressing first. */
export const reasons = ['forgotten', 'wrong', 'hard', 'unsolved', 'skipped', 'missed'] as const;
export type Reason = (typeof reasons)[number];
export type Next = { kind: 'question' | 'problem'; slug: string; reason: Reason };

/** `problems` that were submitted, `solved` those that were accepted. */
export type TopicLine = {
  topic: string;
  named: number;
  points: number;
  right: number;
  checks: number;
  solved: number;
  problems: number;
};

export type MockReport = {
  minutes: number;
  elapsedMs: number;
  /** Beyond the length. */
  overMs: number;
  pauses: Pause[];
  /** Of the questions whose answer was looked at; the others were skipped. */
  points: { named: number; all: number };
  skipped: number;
  checks: { right: number; wrong: number; all: number };
  /** The weakest first. */
  topics: TopicLine[];
  items: ReportedItem[];
  next: Next[];
};

const mostNext = 6;

export function reportMock(items: readonly FinishedItem[], clock: Clock, minutes: number): MockReport {
  const questions = items.filter((item) => item.kind === 'question');
  const seen = questions.filter(({ revealed }) => revealed);
  const checks = items.filter((item) => item.kind === 'check');
  const marked = (mark: Mark) => checks.filter((check) => check.mark === mark).length;
  return {
    minutes,
    elapsedMs: clock.elapsedMs,
    overMs: Math.max(0, clock.elapsedMs - minutes * 60_000),
    pauses: clock.pauses,
    points: {
      named: sum(seen.map(({ named }) => named.length)),
      all: sum(seen.map(({ points }) => points)),
    },
    skipped: questions.length - seen.length,
    checks: { right: marked('right'), wrong: marked('wrong'), all: checks.length },
    topics: topicsOf(items),
    items: items.map((item) => ({ ...item, spentMs: clock.spentMs[item.place] ?? 0, grade: gradeOf(item) })),
    next: nextOf(items),
  };
}

/** The grade that a question's own marks come to; null where its answer was never looked at. */
export function gradeOf(item: FinishedItem): Grade | null {
  if (item.kind !== 'question' || !item.revealed) return null;
  return suggestGrade(item.named.length, item.points);
}

const nothing = { named: 0, points: 0, right: 0, checks: 0, solved: 0, problems: 0 };

function topicsOf(items: readonly FinishedItem[]): TopicLine[] {
  const lines = new Map<string, TopicLine>();
  for (const item of items)
    for (const topic of new Set(item.topics))
      lines.set(topic, withItem(lines.get(topic) ?? { topic, ...nothing }, item));
  return [...lines.values()]
    .filter(({ points, checks, problems }) => points + checks + problems > 0)
    .sort((a, b) => shareOf(a) - shareOf(b) || (a.topic < b.topic ? -1 : 1));
}

function withItem(line: TopicLine, item: FinishedItem): TopicLine {
  switch (item.kind) {
    case 'question':
      if (!item.revealed) return line;
      return { ...line, named: line.named + item.named.length, points: line.points + item.points };
    case 'check':
      return { ...line, right: line.right + Number(item.mark === 'right'), checks: line.checks + 1 };
    case 'problem':
      if (!item.attempt) return line;
      return {
        ...line,
        solved: line.solved + Number(item.attempt.verdict === 'AC'),
        problems: line.problems + 1,
      };
  }
}

/** How much of a topic went well, 0 to 1: a key point, a check and the problem count alike. */
export function shareOf({ named, points, right, checks, solved, problems }: TopicLine): number {
  return (named + right + solved) / (points + checks + problems);
}

function nextOf(items: readonly FinishedItem[]): Next[] {
  const found = items.flatMap((item): Next[] => {
    const reason = reasonOf(item);
    const kind = item.kind === 'problem' ? 'problem' : 'question';
    return reason ? [{ kind, slug: item.slug, reason }] : [];
  });
  const sorted = found.sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason));
  const first = new Map<string, Next>();
  for (const next of sorted) {
    const key = `${next.kind}/${next.slug}`;
    if (!first.has(key)) first.set(key, next);
  }
  return [...first.values()].slice(0, mostNext);
}

function reasonOf(item: FinishedItem): Reason | null {
  switch (item.kind) {
    case 'check':
      return item.mark === 'wrong' ? 'wrong' : null;
    case 'problem':
      return item.attempt?.verdict === 'AC' ? null : 'unsolved';
    case 'question': {
      const grade = gradeOf(item);
      if (grade === null) return 'skipped';
      if (grade === 1) return 'forgotten';
      if (grade === 2) return 'hard';
      return item.named.length < item.points ? 'missed' : null;
    }
  }
}

/** Of several attempts the one that counts: accepted, else with most points, else the latest. Given the latest first. */
export function bestAttempt<T extends Attempt>(attempts: readonly T[]): T | null {
  const worth = ({ verdict, score }: Attempt) => (verdict === 'AC' ? 1e9 : (score ?? -1));
  return attempts.reduce<T | null>(
    (best, attempt) => (best === null || worth(attempt) > worth(best) ? attempt : best),
    null,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
