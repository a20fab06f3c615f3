import { useEffect, useState } from 'react';
import type { Search } from './search.ts';

let loading: Promise<Search> | undefined;

async function loadSearch(address: string): Promise<Search> {
  // The index and its library come when someone searches, not before.
  const [response, { createSearch }] = await Promise.all([fetch(address), import('./search.ts')]);
  if (!response.ok) throw new Error(`the search index answered ${response.status}`);
  return createSearch(await response.json());
}

/** The search once `wanted`; undefined until it is there. */
export function useSearch(address: string, wanted: boolean): Search | undefined {
  const [search, setSearch] = useState<Search | undefined>(undefined);
  // Loads from the network what the reader has just begun to need.
  useEffect(() => {
    if (!wanted || search !== undefined) return;
    let current = true;
    loading ??= loadSearch(address);
    loading.then(
      (loaded) => current && setSearch(() => loaded),
      () => {
        // Offline: titles are searched until it works.
        loading = undefined;
      },
    );
    return () => {
      current = false;
    };
  }, [address, wanted, search]);
  return search;
}
