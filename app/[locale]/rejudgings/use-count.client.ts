import { useEffect, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { type ChosenBy, type Fault, post } from './rejudging-client.ts';

export type Count = number | 'none-asked' | 'counting' | 'failed';

// Who types an address is not answered at every letter.
const settleMs = 250;

/** How many submissions fit, asked of the server whenever the choice changes. */
export function useCount(choice: ChosenBy, locale: Locale): { count: Count; faults: Fault[] } {
  const asked = JSON.stringify(choice);
  const [told, setTold] = useState<{ asked: string; count: Count; faults: Fault[] } | null>(null);
  const empty = asked === '{}';
  // The server is the world outside; an answer to an older question is dropped.
  useEffect(() => {
    if (empty) return;
    const over = new AbortController();
    const timer = setTimeout(async () => {
      const body: unknown = JSON.parse(asked);
      const reply = await post<{ count: number }>('/count', body, { locale, signal: over.signal });
      if (over.signal.aborted) return;
      const faults = reply?.kind === 'refused' ? reply.fields : [];
      const fallback = faults.length > 0 ? 0 : 'failed';
      setTold({ asked, count: reply?.kind === 'done' ? reply.answer.count : fallback, faults });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [asked, empty, locale]);
  if (empty) return { count: 'none-asked', faults: [] };
  return told?.asked === asked ? told : { count: 'counting', faults: [] };
}
