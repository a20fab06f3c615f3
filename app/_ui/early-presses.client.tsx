'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { takeEarlyPresses } from './early-presses.ts';

/** Presses again what was pressed before React had taken over. Where islands live, take-over.ts does. */
export function EarlyPresses() {
  const pressed = useRef<HTMLButtonElement[]>([]);
  // With the commit, since from then on React hears a press by itself.
  useLayoutEffect(() => {
    pressed.current.push(...takeEarlyPresses());
  }, []);
  // In a task of its own: while React commits it brings no part to life that still sleeps, and would not hear.
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const button of pressed.current.splice(0)) button.click();
    });
    return () => clearTimeout(timer);
  }, []);
  return null;
}
