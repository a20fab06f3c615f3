import { useCallback, useSyncExternalStore } from 'react';

const changed = 'whetstone:text';

/** A text that this browser keeps under `key`; `''` on the server and where nothing is kept. */
export function useStoredText(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '',
  );
  const set = useCallback((next: string) => writeStoredText(key, next), [key]);
  return [text, set];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

// Where the store is full or forbidden, the text lives as long as the page.
const unkept = new Map<string, string>();

function read(key: string): string {
  const text = unkept.get(key);
  if (text !== undefined) return text;
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function writeStoredText(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unkept.delete(key);
  } catch {
    unkept.set(key, text);
  }
  window.dispatchEvent(new Event(changed));
}
