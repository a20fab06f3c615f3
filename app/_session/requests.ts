/**
 * What is known of the request that is answered just now, wherever in its handling one stands: its id, which every line of
 * the log bears, whose it is, and the cookies that its answer is to set.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

export type RequestNote = { id: string; userId: string | undefined; cookies: string[] };

// On globalThis, since Next loads this file once for each of its bundles.
const kept = globalThis as typeof globalThis & { whetstoneRequests?: AsyncLocalStorage<RequestNote> };

function storage(): AsyncLocalStorage<RequestNote> {
  kept.whetstoneRequests ??= new AsyncLocalStorage();
  return kept.whetstoneRequests;
}

export const requestIdHeader = 'x-request-id';

/** The caller's own id, where it is one that may stand in a log, or a new one. */
export function requestIdOf(headers: Headers): string {
  const claimed = headers.get(requestIdHeader) ?? '';
  return /^[\w-]{1,64}$/.test(claimed) ? claimed : randomUUID();
}

export function withRequest<T>(note: RequestNote, act: () => Promise<T>): Promise<T> {
  return storage().run(note, act);
}

/** The request that is answered just now; undefined outside of one. */
export function currentRequest(): RequestNote | undefined {
  return storage().getStore();
}
