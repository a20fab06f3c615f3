/** The keys of the page that is open, for the one list that shows all of them. Runs in the browser alone. */
import { useEffect, useSyncExternalStore } from 'react';

/** Keys that belong together: as they are written, and what they do. */
export type KeyGroup = { title: string; keys: readonly (readonly [key: string, does: string])[] };

const asked = 'whetstone:keys';
const changed = 'whetstone:page-keys';
const none: readonly KeyGroup[] = [];
let groups = none;

/** Lists a page's own keys for as long as it is shown. `group` has to be the same object from one render to the next. */
export function usePageKeys(group: KeyGroup): void {
  // The list is opened by what is not part of the page.
  useEffect(() => {
    change([...groups, group]);
    return () => change(groups.filter((other) => other !== group));
  }, [group]);
}

/** The keys of the page, also of one whose script comes while the list is open. */
export function usePageKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(
    watch,
    () => groups,
    () => none,
  );
}

function change(next: readonly KeyGroup[]): void {
  groups = next;
  window.dispatchEvent(new Event(changed));
}

function watch(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

/** Whether a key was pressed in a dialog: then it is none of the page behind it. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}

/** Opens the list, as `?` does. */
export function showKeys(): void {
  window.dispatchEvent(new Event(asked));
}

export function onShowKeys(listener: () => void): () => void {
  window.addEventListener(asked, listener);
  return () => window.removeEventListener(asked, listener);
}
