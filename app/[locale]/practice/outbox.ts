/**
 * What happened to cards and has not reached the server yet, kept in this browser. It is sent as soon as can be and as
 * often as it takes; the server takes each entry once, by its id. Runs in the browser alone.
 */
import { isTimeZone } from '../../_practice/calendar.ts';
import { authClient } from '../../_session/auth-client.ts';

export type SentEntry = { id: string; kind: 'question' | 'problem'; slug: string; at: string } & (
  | { act: 'grade'; grade: 1 | 2 | 3 | 4; points: number[] }
  | { act: 'undo'; undoes: string }
  | { act: 'bury' | 'suspend' | 'resume' }
);

/** `owner` is the account it happened under; `''` where that was anonymous, whose work goes to the next that signs in. */
type Kept = { owner: string; entry: SentEntry };

const key = 'whetstone.practice.outbox';
const changed = 'whetstone:outbox';
/** As many as the server takes at once. */
const batchSize = 100;

/** Keeps an entry and begins to send; done when it is kept. */
export function keep(entry: SentEntry, owner: string): void {
  write([...read(), { owner, entry }]);
  void flush();
}

let sentLately = false;

/** Whether entries were sent since this was last asked: a page that was made meanwhile may not know of them. */
export function takeSentLately(): boolean {
  const sent = sentLately;
  sentLately = false;
  return sent;
}

let stuck = false;

/** Whether the last try did not get through: browsers believe to be online where nothing comes back. */
export function isStuck(): boolean {
  return stuck;
}

let sending: Promise<void> | undefined;

/** Sends what is kept, in the order in which it happened. What can't be sent now stays. */
export function flush(): Promise<void> {
  sending ??= send().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function send(): Promise<void> {
  let size = batchSize;
  while (read().length > 0) {
    const user = await signIn();
    const batch = read()
      .filter(({ owner }) => owner === '' || owner === user)
      .slice(0, size)
      .map(({ entry }) => entry);
    if (user === undefined) return setStuck(true);
    if (batch.length === 0) return;
    const reply = await post(batch);
    if (reply === 'later') return setStuck(true);
    setStuck(false);
    if (reply === 'taken') sentLately = true;
    if (reply === 'refused' && batch.length > 1) size = 1;
    else forget(batch);
  }
}

const retryMs = 10_000;
let retry: ReturnType<typeof setTimeout> | undefined;

/** No event says that what was never reported missing is back, so it is tried again. */
function setStuck(now: boolean): void {
  clearTimeout(retry);
  if (now) retry = setTimeout(() => void flush(), retryMs);
  if (stuck === now) return;
  stuck = now;
  window.dispatchEvent(new Event(changed));
}

function forget(entries: SentEntry[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  // Read again: more may have come meanwhile.
  write(read().filter(({ entry }) => !ids.has(entry.id)));
}

/** The account's id, an anonymous one's where nobody is signed in; undefined where the server can't be asked. */
async function signIn(): Promise<string | undefined> {
  try {
    const { data, error } = await authClient.getSession();
    if (error) return undefined;
    return data?.user.id ?? (await authClient.signIn.anonymous()).data?.user.id;
  } catch {
    return undefined;
  }
}

/** `refused`: not well-formed, which no other try would mend. */
async function post(entries: SentEntry[]): Promise<'taken' | 'refused' | 'later'> {
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const response = await fetch('/api/v1/practice/entries', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // Some systems name no zone but an offset: what happened is not refused for that.
      body: JSON.stringify({ entries, ...(isTimeZone(timeZone) && { timeZone }) }),
      keepalive: true,
    });
    if (response.ok) return 'taken';
    return response.status === 400 || response.status === 413 ? 'refused' : 'later';
  } catch {
    return 'later';
  }
}

/** Forgets what waits of an account that is gone. */
export function forgetUnsent(gone: string): void {
  write(read().filter(({ owner }) => owner !== gone));
}

export function countUnsent(): number {
  return read().length;
}

/** Calls back when it changes, in this tab or another. */
export function watchOutbox(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

// Where the store is full or forbidden, entries live as long as the page.
let unkept: Kept[] | undefined;

function read(): Kept[] {
  if (unkept) return unkept;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function write(kept: Kept[]): void {
  try {
    if (kept.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
    unkept = undefined;
  } catch {
    unkept = kept;
  }
  window.dispatchEvent(new Event(changed));
}

/** A uuid (version 4). `crypto.randomUUID` is not there on a page that came without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
