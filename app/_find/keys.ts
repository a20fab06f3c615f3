/** The keys of the page that is open, for the one list that shows all of them. Runs in the browser alone. */
import { useEffect } from 'react';

/** Keys that belong together: as they are written, and what they do. */
export type KeyGroup = { title: string; keys: readonly (readonly [key: string, does: string])[] };

const asked = 'whetstone:keys';
const groups: KeyGroup[] = [];

/** Lists a page's own keys for as long as it is shown. `group` has to be the same object from one render to the next. */
export function usePageKeys(group: KeyGroup): void {
  // The list is opened by what is not part of the page.
  useEffect(() => {
    groups.push(group);
    return () => {
      groups.splice(groups.indexOf(group), 1);
    };
  }, [group]);
}

export function pageKeys(): readonly KeyGroup[] {
  return [...groups];
}

/** Opens the list, as `?` does. */
export function showKeys(): void {
  window.dispatchEvent(new Event(asked));
}

export function onShowKeys(listener: () => void): () => void {
  window.addEventListener(asked, listener);
  return () => window.removeEventListener(asked, listener);
}
