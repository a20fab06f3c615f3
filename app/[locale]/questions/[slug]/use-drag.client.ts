import { type PointerEvent, useRef, useState } from 'react';

/** What is dragged, how far from where it stood, and the place where it would be let go. */
export type Drag = { from: number; to: number; offset: number; height: number };

/**
 * Drags the rows of a list by mouse, pen or touch. Nothing moves in the document until the row is let go: a row that
 * moved under a finger would lose it.
 */
export function useDrag(onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const start = useRef<{ from: number; y: number; rows: DOMRect[] } | undefined>(undefined);

  const track = (y: number): Drag | undefined => {
    if (start.current === undefined) return undefined;
    const { from, rows } = start.current;
    const row = rows[from];
    if (row === undefined) return undefined;
    const offset = y - start.current.y;
    const middle = row.top + row.height / 2 + offset;
    const above = rows.filter((other, index) => index !== from && other.top + other.height / 2 < middle);
    return { from, to: above.length, offset, height: row.height + gapOf(rows) };
  };
  const handle = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const list = event.currentTarget.closest('ol');
      if (list === null || event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      const rows = [...list.children].map((row) => row.getBoundingClientRect());
      start.current = { from: index, y: event.clientY + window.scrollY, rows };
      setDrag(track(start.current.y));
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current !== undefined) setDrag(track(event.clientY + window.scrollY));
    },
    onPointerUp: (event: PointerEvent) => {
      const last = track(event.clientY + window.scrollY);
      start.current = undefined;
      setDrag(undefined);
      if (last !== undefined && last.to !== last.from) onDrop(last.from, last.to);
    },
    onPointerCancel: () => {
      start.current = undefined;
      setDrag(undefined);
    },
  });
  return { drag, handle };
}

function gapOf([first, second]: DOMRect[]): number {
  return first && second ? second.top - first.bottom : 0;
}

/** How a row stands aside while another is dragged past it. */
export function shiftOf(drag: Drag | undefined, index: number): number {
  if (drag === undefined) return 0;
  const { from, to, offset, height } = drag;
  if (index === from) return offset;
  if (from < index && index <= to) return -height;
  return to <= index && index < from ? height : 0;
}
