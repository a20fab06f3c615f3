/** What is in the editor, kept in this browser as it is typed. */
export type LocalDraft = { source: string; savedAt: number };

/** What a signed-in solver saved on the server. */
export type ServerDraft = { source: string; savedAt: string };

/** Where a draft was saved: `local` alone where nobody is signed in, `offline` where the server wasn't reached. */
export type Saved = 'server' | 'local' | 'offline';

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

// Clocks of browser and server differ a little, and a draft saved to both is one draft.
const sameMoment = 2000;

/** What the editor begins with, and the server's draft where it is newer than the one here: that is only offered. */
export function chooseDraft(
  local: LocalDraft | undefined,
  server: ServerDraft | null,
  template: string,
): { initial: string; offered: ServerDraft | null } {
  if (!local) return { initial: server?.source ?? template, offered: null };
  const newer =
    server !== null &&
    server.source !== local.source &&
    Date.parse(server.savedAt) > local.savedAt + sameMoment;
  return { initial: local.source, offered: newer ? server : null };
}

/** To solve it once more: the editor begins with the template, and what would have stood there is offered. */
export function blankInstead(before: string, template: string): { initial: string; offered: ServerDraft } {
  return { initial: template, offered: { source: before, savedAt: new Date().toISOString() } };
}

// What the browser still sends for a page that is going, bytes: all such requests together.
const keepaliveLimit = 60_000;

/** True where the server has it. */
export async function saveServerDraft(slug: string, source: string): Promise<boolean> {
  const body = JSON.stringify({ source });
  try {
    const response = await fetch(`/api/v1/drafts/${slug}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: new TextEncoder().encode(body).byteLength < keepaliveLimit,
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Saved states on the server, the newest first; undefined where they can't be had. */
export async function readServerDrafts(slug: string): Promise<ServerDraft[] | undefined> {
  try {
    const response = await fetch(`/api/v1/drafts/${slug}`);
    if (!response.ok) return undefined;
    const { drafts } = (await response.json()) as { drafts: ServerDraft[] };
    return drafts;
  } catch {
    return undefined;
  }
}
