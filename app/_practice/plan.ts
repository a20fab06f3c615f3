/** What is due on a day, by the user's calendar and limits. No clock, no database. */
import { addDays, dayOf, daysBetween } from './calendar.ts';
import type { Grade } from './grade.ts';
import { stepsFrom } from './memory.ts';
import { type CardKey, type CardState, elapsedDays, unseen } from './replay.ts';

export type PracticeSettings = {
  newPerDay: number;
  reviewsPerDay: number;
  /** IANA */
  timeZone: string;
  /** The day of the interview: nothing waits beyond it. */
  interviewOn: string | null;
};

export const defaultSettings: PracticeSettings = {
  newPerDay: 5,
  reviewsPerDay: 50,
  timeZone: 'UTC',
  interviewOn: null,
};

export type Card = CardKey & CardState;
/** A card that stands in a queue: since when it is due; null for a new one. */
export type Queued = Card & { dueOn: string | null };

export type Plan = {
  today: string;
  /**
   * Reviews, questions before problems and the longest due first, then new ones in the order given; both within what the
   * day's limits leave, which go to the longest due of both.
   */
  queue: Queued[];
  /** How much of the day's limits was used. A problem that was solved for the first time is of neither. */
  done: { new: number; review: number };
  /** How many are due, or not begun, beyond what the limits leave. */
  beyond: { new: number; review: number };
  /** How many become due on each of the seven days after today. */
  ahead: number[];
};

type Given = {
  cards: readonly Card[];
  /** Everything that may be begun, in the order in which it is. */
  beginnable: readonly CardKey[];
  settings: PracticeSettings;
  now: Date;
};

export function planDay({ cards, beginnable, settings, now }: Given): Plan {
  const today = dayOf(now, settings.timeZone);
  const onDay = (at: Date | null) => at !== null && dayOf(at, settings.timeZone) === today;
  const begunToday = cards.filter(({ firstAt }) => onDay(firstAt));
  const gradedToday = cards.filter(({ lastAt }) => onDay(lastAt));
  const done = {
    new: begunToday.filter(isQuestion).length,
    review: gradedToday.length - begunToday.length,
  };

  const atHand = (card: CardState) => !card.suspended && !onDay(card.buriedAt);
  const awaited = cards
    .flatMap((card) => {
      const dueOn = dueOnOf(card, settings, today);
      return dueOn === null || card.suspended ? [] : [{ ...card, dueOn }];
    })
    .sort(byDue);
  const due = awaited.filter((card) => card.dueOn <= today && atHand(card));
  const known = new Map(cards.map((card) => [keyOf(card), card]));
  const fresh = beginnable
    .map(({ kind, slug }) => known.get(keyOf({ kind, slug })) ?? { kind, slug, ...unseen })
    .filter((card) => card.reps === 0 && atHand(card))
    .map((card) => ({ ...card, dueOn: null }));

  const reviews = due.slice(0, Math.max(0, settings.reviewsPerDay - done.review)).sort(questionsFirst);
  const begun = fresh.slice(0, Math.max(0, settings.newPerDay - done.new));
  const on = (day: string) => awaited.filter(({ dueOn }) => dueOn === day).length;
  return {
    today,
    queue: [...reviews, ...begun],
    done,
    beyond: { new: fresh.length - begun.length, review: due.length - reviews.length },
    ahead: [1, 2, 3, 4, 5, 6, 7].map((days) => on(addDays(today, days))),
  };
}

/** The day on which a card comes back; null before its first grade. */
export function dueOnOf(card: CardState, settings: PracticeSettings, today: string): string | null {
  if (card.lastAt === null) return null;
  const last = dayOf(card.lastAt, settings.timeZone);
  return addDays(last, capped(card.intervalDays, { from: last, today, settings }));
}

/** In how many days a card would come back after each grade, were it graded now. */
export function intervalsOf(card: CardState, settings: PracticeSettings, now: Date): Record<Grade, number> {
  const today = dayOf(now, settings.timeZone);
  const steps = stepsFrom(card.memory, elapsedDays(card, now));
  const daysOf = (grade: Grade) => capped(steps[grade].intervalDays, { from: today, today, settings });
  return { 1: daysOf(1), 2: daysOf(2), 3: daysOf(3), 4: daysOf(4) };
}

type Span = { from: string; today: string; settings: PracticeSettings };

/** Not beyond the interview, while that is still to come. */
function capped(days: number, { from, today, settings: { interviewOn } }: Span): number {
  if (interviewOn === null || interviewOn < today || interviewOn <= from) return days;
  return Math.min(days, daysBetween(from, interviewOn));
}

export function keyOf({ kind, slug }: CardKey): string {
  return `${kind}/${slug}`;
}

function isQuestion({ kind }: CardKey): boolean {
  return kind === 'question';
}

function byDue(a: Card & { dueOn: string }, b: Card & { dueOn: string }): number {
  return compare(a.dueOn, b.dueOn) || questionsFirst(a, b) || compare(a.slug, b.slug);
}

// A problem takes an hour, and leads away from the page.
function questionsFirst(a: CardKey, b: CardKey): number {
  return Number(isQuestion(b)) - Number(isQuestion(a));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
