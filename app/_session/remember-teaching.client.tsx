'use client';

import { useEffect } from 'react';
import { rememberTeaching } from './teaching.ts';

/** On pages that know who asks: keeps the browser's hint right for those that don't. */
export function RememberTeaching({ teaches }: { teaches: boolean }) {
  // Local storage is outside of React.
  useEffect(() => rememberTeaching(teaches), [teaches]);
  return null;
}
