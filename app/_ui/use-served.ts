import { useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the page was loaded with this on it. False for what a link or an act here brought later: where the focus was
 * is gone then, so what comes has to take it.
 */
export function useServed(): boolean {
  const hydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [served] = useState(hydrating);
  return served;
}
