/** Where a practice session stands. Every act takes the card that is shown off the desk; undo puts it back as it was. */

export type Grade = 1 | 2 | 3 | 4;

export type SessionCard = {
  kind: 'question' | 'problem';
  slug: string;
  title: string;
  /** Not graded before. */
  isNew: boolean;
  leech: boolean;
  /** In how many days it comes back, by grade. */
  intervals: Record<Grade, number>;
};

export type Act = { kind: 'grade'; grade: Grade } | { kind: 'bury' } | { kind: 'suspend' };

/** What was done with a card, and all that has to be there again when it is undone. */
export type Past = { entryId: string; card: SessionCard; act: Act; ticked: readonly number[]; notes: string };

export type SessionState = {
  /** Those to come; the first is shown. */
  cards: readonly SessionCard[];
  past: readonly Past[];
  revealed: boolean;
  /** Key points that were named, by index. */
  ticked: readonly number[];
};

export type SessionEvent =
  | { kind: 'reveal' }
  | { kind: 'reopen'; ticked: readonly number[] }
  | { kind: 'tick'; index: number; on: boolean }
  | { kind: 'act'; entryId: string; act: Act; notes: string }
  | { kind: 'undo' };

export function openSession(cards: readonly SessionCard[]): SessionState {
  return { cards, past: [], revealed: false, ticked: [] };
}

export function step(state: SessionState, event: SessionEvent): SessionState {
  const [card, ...rest] = state.cards;
  switch (event.kind) {
    case 'reveal':
      return { ...state, revealed: true };
    case 'reopen':
      return { ...state, revealed: true, ticked: event.ticked };
    case 'tick': {
      const others = state.ticked.filter((index) => index !== event.index);
      return { ...state, ticked: event.on ? [...others, event.index].sort((a, b) => a - b) : others };
    }
    case 'act': {
      if (!card) return state;
      const { entryId, act, notes } = event;
      const past = [...state.past, { entryId, card, act, ticked: state.ticked, notes }];
      return { cards: rest, past, revealed: false, ticked: [] };
    }
    case 'undo': {
      const last = state.past.at(-1);
      if (!last) return state;
      return {
        cards: [last.card, ...state.cards],
        past: state.past.slice(0, -1),
        // Only what was revealed can be graded; to bury a card, one need not look.
        revealed: last.act.kind === 'grade',
        ticked: last.ticked,
      };
    }
  }
}
