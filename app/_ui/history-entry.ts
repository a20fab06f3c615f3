/**
 * What an entry of the browser's history remembers, beside what Next keeps there: Back and a reload find it again, who
 * comes anew does not. For what changes by single acts; browsers refuse a hundred changes at once. Runs in the browser alone.
 */

export function readEntry(key: string): unknown {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null
    ? Object.entries(state).find(([name]) => name === key)?.[1]
    : undefined;
}

export function writeEntry(key: string, value: unknown): void {
  window.history.replaceState({ ...window.history.state, [key]: value }, '');
}
