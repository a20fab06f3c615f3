/** Mock interviews over the API. Runs in the browser. */
import { ensureSignedIn } from '#app/_session/auth-client.ts';

export type ClockView = {
  state: 'running' | 'paused' | 'over';
  current: number;
  elapsedMs: number;
  spentMs: number[];
};
export type Answer = { chosen: number[] } | { text: string };
export type ItemPatch = { notes?: string; revealed?: true; points?: number[]; answer?: Answer };
export type Told = { notes: string; revealed: boolean; points: number[]; answer: Answer | null };
export type MockRead = { clock: ClockView; items: Told[] };

/** Why something is to be sent again: the server wasn't reached, or whoever is signed in here by now is not who began it. */
export type Trouble = 'later' | 'signed-out';
/** `refused`: no other try would mend it. */
type Reply<T> = { kind: 'done'; value: T } | { kind: 'refused' | Trouble };

/** What a reply says of sending again; null where that would change nothing. */
export function troubleOf(kind: Reply<unknown>['kind']): Trouble | null {
  return kind === 'later' || kind === 'signed-out' ? kind : null;
}

export function startMock(choice: {
  minutes: number;
  topics: string[];
  level: string;
}): Promise<Reply<{ id: string }>> {
  // As a guest one gets an anonymous account first, so that one can begin at once.
  return ask('/api/v1/mocks', { method: 'POST', body: choice, before: ensureSignedIn });
}

export function readMock(id: string): Promise<Reply<MockRead>> {
  return ask(`/api/v1/mocks/${id}`, { method: 'GET' });
}

export type Act = { act: 'go'; place: number } | { act: 'pause' | 'resume' | 'finish' };

export function actOnMock(id: string, act: Act): Promise<Reply<{ clock: ClockView }>> {
  return ask(`/api/v1/mocks/${id}/events`, { method: 'POST', body: act });
}

export function patchItem(id: string, place: number, patch: ItemPatch): Promise<Reply<unknown>> {
  return ask(`/api/v1/mocks/${id}/items/${place}`, { method: 'PATCH', body: patch });
}

export function shareMock(id: string, shared: boolean): Promise<Reply<{ sharedAs: string | null }>> {
  return ask(`/api/v1/mocks/${id}/share`, { method: 'PUT', body: { shared } });
}

export function deleteMock(id: string): Promise<Reply<undefined>> {
  return ask(`/api/v1/mocks/${id}`, { method: 'DELETE' });
}

// What the browser still sends for a page that is going, bytes.
const keepaliveLimit = 60_000;

type Asked = { method: string; body?: object; before?: () => Promise<void> };

async function ask<T>(path: string, { method, body, before }: Asked): Promise<Reply<T>> {
  try {
    await before?.();
    const text = body && JSON.stringify(body);
    const response = await fetch(path, {
      method,
      ...(text !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: text,
        keepalive: new TextEncoder().encode(text).byteLength < keepaliveLimit,
      }),
    });
    const empty = response.status === 204;
    if (response.ok) return { kind: 'done', value: (empty ? undefined : await response.json()) as T };
    return { kind: failed(response.status) };
  } catch {
    return { kind: 'later' };
  }
}

function failed(status: number): 'refused' | Trouble {
  // A stranger's is answered 404, and who signs in as somebody else in another tab is a stranger here.
  if (status === 401 || status === 403 || status === 404) return 'signed-out';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}
