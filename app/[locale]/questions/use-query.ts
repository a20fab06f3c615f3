import { useCallback, useSyncExternalStore } from 'react';

const changed = 'whetstone:query';

/**
 * The address's query, without asking Next for it: the built page shows the whole list, and the filters apply as
 * soon as the script runs.
 */
export function useQuery(): [URLSearchParams, (change: Record<string, string>) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => '',
  );
  const change = useCallback((values: Record<string, string>) => {
    const query = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') query.delete(name);
      else query.set(name, value);
    }
    const search = query.size === 0 ? '' : `?${query}`;
    window.history.replaceState(null, '', `${window.location.pathname}${search}`);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [new URLSearchParams(text), change];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}
