/** A card's state from its log. No clock, no database: the same log always comes to the same state. */
import type { Grade } from './grade.ts';
import { type Memory, stepsFrom } from './memory.ts';

export const cardKinds = ['question', 'problem'] as const;
export type CardKind = (typeof cardKinds)[number];
export type CardKey = { kind: CardKind; slug: string };

/**
 * `grade` and `undo` speak for themselves; `bury` sets a card aside until tomorrow, `suspend` until it is brought back,
 * `resume` brings it back from either.
 */
export const entryActs = ['grade', 'undo', 'bury', 'suspend', 'resume'] as const;
export type EntryAct = (typeof entryActs)[number];

export type Entry = {
  /** Made where it happened. */
  id: string;
  act: EntryAct;
  /** Of a grade alone. */
  grade: Grade | null;
  /** Of an undo alone: the entry that doesn't count any more. */
  undoes: string | null;
  at: Date;
};

export type CardState = {
  memory: Memory | null;
  /** Days from the last grade until it is due. */
  intervalDays: number;
  firstAt: Date | null;
  lastAt: Date | null;
  /** Grades, and how often it had been forgotten. */
  reps: number;
  lapses: number;
  suspended: boolean;
  buriedAt: Date | null;
};

export const unseen: CardState = {
  memory: null,
  intervalDays: 0,
  firstAt: null,
  lastAt: null,
  reps: 0,
  lapses: 0,
  suspended: false,
  buriedAt: null,
};

/** Forgotten so often that reading once more helps less than taking the question apart. */
export function isLeech({ lapses }: Pick<CardState, 'lapses'>): boolean {
  return lapses >= 4;
}

/**
 * What a card's entries come to, in whichever order they arrived: they count in the order of their times, and what was
 * undone doesn't, even where the undo arrived first.
 */
export function replay(entries: readonly Entry[]): CardState {
  return counted(entries).reduce(apply, unseen);
}

/** What the card stood at after each of its entries that count. */
export function traceStates(entries: readonly Entry[]): { at: Date; state: CardState }[] {
  let state = unseen;
  return counted(entries).map((entry) => {
    state = apply(state, entry);
    return { at: entry.at, state };
  });
}

/** The entries that count, in the order of their times. */
export function counted<Of extends Entry>(entries: readonly Of[]): Of[] {
  const undone = new Set(entries.map(({ act, undoes }) => (act === 'undo' ? undoes : null)));
  return entries.filter(({ id, act }) => act !== 'undo' && !undone.has(id)).sort(byTime);
}

function byTime(a: Entry, b: Entry): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}

function apply(state: CardState, { act, grade, at }: Entry): CardState {
  switch (act) {
    case 'grade':
      return grade === null ? state : graded(state, grade, at);
    case 'bury':
      return { ...state, buriedAt: at };
    case 'suspend':
      return { ...state, suspended: true };
    case 'resume':
      return { ...state, suspended: false, buriedAt: null };
    case 'undo':
      return state;
  }
}

function graded(state: CardState, grade: Grade, at: Date): CardState {
  const { memory, intervalDays } = stepsFrom(state.memory, elapsedDays(state, at))[grade];
  return {
    ...state,
    memory,
    intervalDays,
    firstAt: state.firstAt ?? at,
    lastAt: at,
    reps: state.reps + 1,
    lapses: state.lapses + (grade === 1 && state.reps > 0 ? 1 : 0),
    buriedAt: null,
  };
}

/**
 * Days since the last grade, with their fractions: memory fades by the hour, and a log means the same in every time
 * zone. Zero before the first grade.
 */
export function elapsedDays({ lastAt }: Pick<CardState, 'lastAt'>, now: Date): number {
  return lastAt === null ? 0 : Math.max(0, now.getTime() - lastAt.getTime()) / 86_400_000;
}
