/** The submission whose verdict this browser has not shown yet: it may come while the page is loading, or closed. */
const keyOf = (slug: string) => `whetstone.pending.${slug}`;

export function readPending(slug: string): string | null {
  try {
    return localStorage.getItem(keyOf(slug));
  } catch {
    return null;
  }
}

export function keepPending(slug: string, id: string): void {
  try {
    localStorage.setItem(keyOf(slug), id);
  } catch {
    // A storage that is full or forbidden: the history still has it.
  }
}

export function forgetPending(slug: string): void {
  try {
    localStorage.removeItem(keyOf(slug));
  } catch {
    // Nothing was kept there.
  }
}
