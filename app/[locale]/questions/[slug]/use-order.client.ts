import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';
import { moved } from '../grade-checks.ts';
import { shiftOf, useDrag } from './use-drag.client.ts';

type Options = {
  locale: Locale;
  /** The items in the order in which they stand. */
  places: readonly number[];
  onMove: (places: readonly number[]) => void;
};

/** Rows that are put into order by buttons, arrow keys and dragging: what each needs, and what is said of the last move. */
export function useOrder({ locale, places, onMove }: Options) {
  const [told, setTold] = useState('');
  const acting = useRef<HTMLElement>(null);
  // React moves a row by taking it out of the document, and a button that was out has lost the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that the places changed is when a row was moved
  useLayoutEffect(() => {
    acting.current?.focus();
    acting.current = null;
  }, [places]);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= places.length) return;
    acting.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    onMove(moved(places, from, to));
    setTold(checkMessages[locale].place(to + 1, places.length));
  };
  const { drag, handle } = useDrag(move);
  const byKey = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  const rowOf = (index: number) => ({
    number: index + 1,
    of: places.length,
    shift: shiftOf(drag, index),
    dragged: drag?.from === index,
    handle: handle(index),
    onMove: (by: -1 | 1) => move(index, index + by),
    onKeyDown: (event: KeyboardEvent) => byKey(event, index),
  });
  return { told, hush: () => setTold(''), rowOf };
}
