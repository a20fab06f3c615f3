'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useServed } from './use-served.ts';

/** A title that takes the focus where its page took the place of another, so that who listens or uses keys is there. */
export function Begin({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const served = useServed();
  // Only now is it there.
  useEffect(() => {
    if (!served) place.current?.focus();
  }, [served]);
  return (
    <span ref={place} tabIndex={-1} className="outline-none">
      {children}
    </span>
  );
}
