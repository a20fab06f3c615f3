import { useCallback, useSyncExternalStore } from 'react';

const changed = 'whetstone:query';

/** `push` makes a step that the back button takes back, as for a choice; `replace` doesn't, as for a letter typed. */
export type ChangeQuery = (change: Record<string, string>, how: 'push' | 'replace') => void;

/**
 * The address's query, without asking Next for it: a built page shows the whole list, and the filters apply as soon as
 * the script runs. `served` is what the server had, where it knew: what it rendered is what the first render sees.
 */
export function useQuery(served = ''): [URLSearchParams, ChangeQuery] {
  const text = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => served,
  );
  const change = useCallback<ChangeQuery>((values, how) => {
    const search = withChange(window.location.search, values);
    if (search === window.location.search) return;
    window.history[`${how}State`](null, '', `${window.location.pathname}${search}`);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [new URLSearchParams(text), change];
}

/** A query with some of it changed; `''` takes a name away. */
export function withChange(search: string, values: Record<string, string>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  return query.size === 0 ? '' : `?${query}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}
