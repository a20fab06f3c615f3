import { useEffect, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import type { Find } from './find-index.ts';

let loading: Promise<Find> | undefined;

// Pages of the other language are loads of their own, so one index is all that a page ever needs.
async function loadFind(locale: Locale): Promise<Find> {
  // The index and its library come when someone searches, not before.
  const [response, { openIndex }] = await Promise.all([
    fetch(`/${locale}/search.json`),
    import('./find-index.ts'),
  ]);
  if (!response.ok) throw new Error(`the search index answered ${response.status}`);
  return openIndex(await response.json());
}

export type FindState = { find: Find | undefined; failed: boolean };

/** The search once it is `wanted`; undefined until it is there. */
export function useFind(locale: Locale, wanted: boolean): FindState {
  const [state, setState] = useState<FindState>({ find: undefined, failed: false });
  const missing = state.find === undefined;
  // Loads from the network what the reader has just begun to need.
  useEffect(() => {
    if (!wanted || !missing) return;
    let current = true;
    loading ??= loadFind(locale);
    loading.then(
      (find) => current && setState({ find, failed: false }),
      () => {
        // Offline: what is on the page has to do until it works.
        loading = undefined;
        if (current) setState({ find: undefined, failed: true });
      },
    );
    return () => {
      current = false;
    };
  }, [locale, wanted, missing]);
  return state;
}
