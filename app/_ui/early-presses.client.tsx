'use client';

import { useEffect } from 'react';
import { takeEarlyPresses } from './early-presses.ts';

/** Presses again what was pressed before React had taken over. Where islands live, take-over.ts does. */
export function EarlyPresses() {
  useEffect(() => {
    for (const button of takeEarlyPresses()) button.click();
  }, []);
  return null;
}
