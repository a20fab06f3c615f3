'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../_ui/button.tsx';

/** So many rows are there at once, and so many more come when the last of them is near. */
export const rowsAtOnce = 60;

type Props = {
  rows: readonly { key: string; row: ReactNode }[];
  /** Tells one list from the next: another begins at its top again. */
  listKey: string;
  more: (left: number) => string;
};

/** A list in a frame that renders only as much as one has scrolled to, so that thousands of rows stay quick. */
export function GrowingList({ rows, listKey, more }: Props) {
  const [grown, setGrown] = useState({ listKey, count: rowsAtOnce });
  const count = grown.listKey === listKey ? grown.count : rowsAtOnce;
  const left = rows.length - count;
  const button = useRef<HTMLButtonElement>(null);
  const grow = () => setGrown({ listKey, count: count + rowsAtOnce });
  // The screen tells when the end of the list comes into sight.
  useEffect(() => {
    const end = button.current;
    if (!end) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setGrown({ listKey, count: count + rowsAtOnce }),
      { rootMargin: '600px' },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [listKey, count]);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded border border-line bg-surface">
        {rows.slice(0, count).map(({ key, row }) => (
          <li
            key={key}
            className="relative [contain-intrinsic-size:auto_5.5rem] [content-visibility:auto] hover:bg-accent-soft"
          >
            {row}
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <Button ref={button} onClick={grow} className="needs-script self-center">
          {more(left)}
        </Button>
      ) : null}
    </div>
  );
}
