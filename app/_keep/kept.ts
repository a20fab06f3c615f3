/** What somebody keeps of one question or problem, for all parts of a page that show it. Runs in the browser alone. */
import { useEffect, useSyncExternalStore } from 'react';

export type CardAddress = { kind: 'question' | 'problem'; slug: string };
export type NoteOnServer = { text: string; revision: string; html: string | null };
export type AskedLine = { id: string; askedOn: string; role: string; company: string };
export type Kept = {
  /** `''` for nobody and for an anonymous account. */
  account: string;
  bookmarked: boolean;
  note: NoteOnServer | null;
  asked: AskedLine[];
};

type State = { kept: Kept | undefined; reading: Promise<void> | undefined };
const states = new Map<string, State>();
const listeners = new Set<() => void>();
const users = new Map<string, number>();

/** Undefined until the server has answered. */
export function useKept(card: CardAddress): Kept | undefined {
  const path = pathOf(card);
  const kept = useSyncExternalStore(
    subscribe,
    () => states.get(path)?.kept,
    () => undefined,
  );
  // The page was built ahead; only the server knows whose it is.
  useEffect(() => {
    const read = () => void readKept(path);
    users.set(path, (users.get(path) ?? 0) + 1);
    read();
    window.addEventListener('online', read);
    return () => {
      window.removeEventListener('online', read);
      const others = (users.get(path) ?? 1) - 1;
      users.set(path, others);
      // Whoever comes back may be somebody else.
      if (others === 0) states.delete(path);
    };
  }, [path]);
  return kept;
}

export function pathOf({ kind, slug }: CardAddress): string {
  return `/api/v1/keep/${kind}/${slug}`;
}

export function changeKept(card: CardAddress, change: Partial<Kept>): void {
  const { kept, reading } = states.get(pathOf(card)) ?? { kept: undefined, reading: undefined };
  if (kept) put(pathOf(card), { kept: { ...kept, ...change }, reading });
}

/** Asks the server once; again only where it could not be asked, or where `anew` says so. */
export function readKept(path: string, { anew = false } = {}): Promise<void> {
  const state = states.get(path);
  if (state?.reading !== undefined) return state.reading;
  // Without a network a browser would complain of each try.
  if ((state?.kept && !anew) || !navigator.onLine) return Promise.resolve();
  const reading = ask(path).then((kept) => put(path, { kept: kept ?? state?.kept, reading: undefined }));
  states.set(path, { kept: state?.kept, reading });
  return reading;
}

async function ask(path: string): Promise<Kept | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

function put(path: string, state: State): void {
  states.set(path, state);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Undefined where it did not arrive. */
export async function send(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<Response | undefined> {
  try {
    await ensureAccount();
    const text = body && JSON.stringify(body);
    const answer = await fetch(path, {
      method,
      ...(text && { headers: { 'content-type': 'application/json' }, body: text }),
      keepalive: (text?.length ?? 0) < keepaliveLength,
    });
    if (answer.status === 401) account = undefined;
    return answer;
  } catch {
    return undefined;
  }
}

// A browser still sends 64 KiB for a page that is going; a character is three bytes at most, and quotes are escaped.
const keepaliveLength = 10_000;

let account: Promise<void> | undefined;

// By hand: the library's client weighs more than all else that these pages run. An account that is there must not be
// replaced by an anonymous one, so this asks first.
function ensureAccount(): Promise<void> {
  account ??= signIn().catch((cause: unknown) => {
    account = undefined;
    throw cause;
  });
  return account;
}

async function signIn(): Promise<void> {
  const session = await fetch('/api/auth/get-session');
  if (!session.ok) throw new Error(`the session was answered ${session.status}`);
  if ((await session.json()) !== null) return;
  const headers = { 'content-type': 'application/json' };
  const made = await fetch('/api/auth/sign-in/anonymous', { method: 'POST', headers, body: '{}' });
  if (!made.ok) throw new Error(`no account could be made: ${made.status}`);
}
