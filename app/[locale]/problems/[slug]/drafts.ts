/** What is in the editor, kept in this browser as it is typed. */
export type LocalDraft = { source: string; savedAt: number };

const keyOf = (slug: string) => `whetstone.draft.${slug}`;

export function readLocalDraft(slug: string): LocalDraft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null') as Partial<LocalDraft> | null;
    return typeof draft?.source === 'string' && typeof draft.savedAt === 'number'
      ? { source: draft.source, savedAt: draft.savedAt }
      : undefined;
  } catch {
    return undefined;
  }
}

export function writeLocalDraft(slug: string, source: string): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify({ source, savedAt: Date.now() } satisfies LocalDraft));
  } catch {
    // A full or forbidden storage: the server's copy is then the only one.
  }
}

/** Saves on the server; quietly does nothing where nobody is signed in or the network is gone. */
export async function saveServerDraft(slug: string, source: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/v1/drafts/${slug}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source }),
      keepalive: source.length < 60_000,
    });
    return response.ok;
  } catch {
    return false;
  }
}
