import { useEffect, useReducer, useState } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { useStoredText, writeStoredText } from '#app/_ui/stored-text.ts';
import type { Locale } from '#judge/verdict.ts';
import { flush, keep, newId } from '../outbox.ts';
import { type Act, openSession, type SessionCard, step } from './session-state.ts';
import { useCardText } from './use-card-text.client.ts';
import { useReopened } from './use-reopened.client.ts';

type Options = { locale: Locale; cards: readonly SessionCard[]; owner: string };

/** A session: what is shown, what can be done, and what was said last. Whatever is done is kept at once. */
export function useSession({ locale, cards, owner }: Options) {
  const t = practiceMessages[locale];
  const [state, dispatch] = useReducer(step, cards, openSession);
  const [said, setSaid] = useState('');
  const [card] = state.cards;
  const [notes, setNotes] = useStoredText(notesKey(card?.slug ?? ''));
  const next = state.cards.slice(1).find(({ kind }) => kind === 'question')?.slug;
  const slug = card?.kind === 'question' ? card.slug : undefined;
  const { loaded, retry } = useCardText({ locale, slug, next });
  useReopened({ slug, state, reopen: (ticked) => dispatch({ kind: 'reopen', ticked }) });

  // The network comes and goes outside of React; what an earlier visit left is sent as well.
  useEffect(() => {
    const send = () => void flush();
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, []);

  const act = (chosen: Act) => {
    if (!card) return;
    const { kind, slug } = card;
    const entryId = newId();
    const base = { id: entryId, kind, slug, at: new Date().toISOString() };
    keep(
      chosen.kind === 'grade'
        ? { ...base, act: 'grade', grade: chosen.grade, points: [...state.ticked] }
        : { ...base, act: chosen.kind },
      owner,
    );
    dispatch({ kind: 'act', entryId, act: chosen, notes });
    setNotes('');
    setSaid([tell(chosen, card), t.left(state.cards.length - 1)].join(locale === 'zh' ? '' : ' '));
  };
  const tell = (chosen: Act, { intervals }: SessionCard): string => {
    if (chosen.kind === 'bury') return t.said.buried;
    if (chosen.kind === 'suspend') return t.said.suspended;
    return t.said.graded(t.grades[chosen.grade], t.inDays(t.days(intervals[chosen.grade])));
  };
  const undo = () => {
    const last = state.past.at(-1);
    if (!last) return;
    const { kind, slug } = last.card;
    keep({ id: newId(), kind, slug, at: new Date().toISOString(), act: 'undo', undoes: last.entryId }, owner);
    dispatch({ kind: 'undo' });
    writeStoredText(notesKey(last.card.slug), last.notes);
    setSaid(t.said.undone);
  };
  return {
    ...state,
    card,
    notes,
    setNotes,
    said,
    /** The answer of the question that is shown, as far as it has come. */
    loaded,
    retry,
    /** A problem is revealed by solving it; giving it up is the one grade that is said by hand. */
    reveal: () => {
      if (card?.kind !== 'question') return;
      dispatch({ kind: 'reveal' });
      setSaid('');
    },
    tick: (index: number, on: boolean) => dispatch({ kind: 'tick', index, on }),
    grade: (grade: 1 | 2 | 3 | 4) => {
      // A key is pressed before the answer stands there as well: nobody has compared themselves with it yet.
      const hasSeen = state.revealed && typeof loaded === 'object';
      if (card?.kind === 'problem' ? grade === 1 : hasSeen) act({ kind: 'grade', grade });
    },
    bury: () => act({ kind: 'bury' }),
    suspend: () => act({ kind: 'suspend' }),
    undo,
  };
}

// Each card's own, so that whoever loads the page again goes on where they were.
function notesKey(slug: string): string {
  return `whetstone.practice.notes.${slug}`;
}

export type Session = ReturnType<typeof useSession>;
