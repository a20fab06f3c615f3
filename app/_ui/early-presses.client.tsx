'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { takeEarlyPresses } from './early-presses.ts';

/** Presses again what was pressed before React had taken over. Where islands live, take-over.ts does. */
export function EarlyPresses() {
  const pressed = useRef<HTMLButtonElement[]>([]);
  // With the commit, since from then on React hears every press; pressed once what React has is all there.
  useLayoutEffect(() => {
    pressed.current = takeEarlyPresses();
  }, []);
  useEffect(() => {
    for (const button of pressed.current.splice(0)) button.click();
  }, []);
  return null;
}
