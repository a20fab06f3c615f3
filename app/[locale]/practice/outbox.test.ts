import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const session = vi.hoisted(() => ({ user: { id: 'me' } as { id: string } | undefined, anonymous: 0 }));
vi.mock('../../_session/auth-client.ts', () => ({
  authClient: {
    getSession: async () => ({ data: session.user ? { user: session.user } : null, error: null }),
    signIn: {
      anonymous: async () => {
        session.anonymous += 1;
        session.user = { id: 'nobody' };
        return { data: { user: session.user } };
      },
    },
  },
}));

/** What a server does: takes each entry once by its id, and then answers, or its answer is lost. */
function serverThat(...replies: (number | 'lost' | 'unreachable')[]) {
  const log: string[] = [];
  const posts: string[][] = [];
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const { entries } = JSON.parse(body) as { entries: { id: string }[] };
    const ids = entries.map(({ id }) => id);
    posts.push(ids);
    bodies.push(JSON.parse(body));
    const reply = replies.shift() ?? 200;
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    if (reply === 200 || reply === 'lost') log.push(...ids.filter((id) => !log.includes(id)));
    if (reply === 'lost') throw new TypeError('Failed to fetch');
    return new Response('{}', { status: reply });
  });
  return { log, posts, bodies };
}

function store(more: Partial<Storage> = {}): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    ...more,
  };
}

type Outbox = typeof import('./outbox.ts');
const open = (): Promise<Outbox> => import('./outbox.ts');

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('localStorage', store());
  session.user = { id: 'me' };
  session.anonymous = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const entry = (id: string) => ({
  id,
  kind: 'question' as const,
  slug: 'overfitting',
  at: '2026-03-01T12:00:00.000Z',
  act: 'bury' as const,
});
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));

test('what was done is sent in the order in which it happened, and is gone then', async () => {
  const { log } = serverThat();
  const outbox = await open();
  for (const id of ids(5)) outbox.keep(entry(id), 'me');
  await outbox.flush();
  expect(log).toEqual(ids(5));
  expect(outbox.countUnsent()).toBe(0);
  expect(outbox.takeSentLately()).toBe(true);
  expect(outbox.takeSentLately()).toBe(false);
});

test('where the reply is lost, the same entries are sent again by themselves, and each counts once', async () => {
  const { log, posts } = serverThat('lost');
  const outbox = await open();
  for (const id of ids(3)) outbox.keep(entry(id), 'me');
  await outbox.flush();
  expect(outbox.countUnsent()).toBe(3);
  expect(outbox.isStuck()).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(posts).toEqual([ids(3), ids(3)]);
  expect(log).toEqual(ids(3));
  expect(outbox.countUnsent()).toBe(0);
  expect(outbox.isStuck()).toBe(false);
});

test('where the browser knows its zone by the offset alone, nothing is refused for that', async () => {
  const { DateTimeFormat } = Intl;
  const options = { ...DateTimeFormat().resolvedOptions(), timeZone: '+08:00' };
  vi.spyOn(Intl, 'DateTimeFormat').mockReturnValue({ ...DateTimeFormat(), resolvedOptions: () => options });
  const { bodies } = serverThat();
  const outbox = await open();
  outbox.keep(entry('0'), 'me');
  await outbox.flush();
  expect(bodies).toEqual([{ entries: [entry('0')] }]);
});

test('what is done while a request is on its way, or after one that failed, comes behind it', async () => {
  const { log } = serverThat('unreachable', 503);
  const outbox = await open();
  outbox.keep(entry('0'), 'me');
  await outbox.flush();
  outbox.keep(entry('1'), 'me');
  outbox.keep(entry('2'), 'me');
  await outbox.flush();
  expect(log).toEqual([]);
  const sending = outbox.flush();
  outbox.keep(entry('3'), 'me');
  await sending;
  expect(log).toEqual(ids(4));
  expect(outbox.countUnsent()).toBe(0);
});

test('what waits survives that the page is closed', async () => {
  serverThat('unreachable');
  const before = await open();
  before.keep(entry('0'), 'me');
  await before.flush();
  vi.resetModules();
  const { log } = serverThat();
  const after = await open();
  expect(after.countUnsent()).toBe(1);
  await after.flush();
  expect(log).toEqual(['0']);
});

test('what was done under another account waits for that one; what was anonymous goes to whoever is here', async () => {
  const { log } = serverThat();
  const outbox = await open();
  outbox.keep(entry('theirs'), 'them');
  outbox.keep(entry('anonymous'), '');
  await outbox.flush();
  expect(log).toEqual(['anonymous']);
  expect(outbox.countUnsent()).toBe(1);
  session.user = { id: 'them' };
  await outbox.flush();
  expect(log).toEqual(['anonymous', 'theirs']);
});

test('who has no account gets one when something is to be sent, and not before', async () => {
  session.user = undefined;
  const { log } = serverThat();
  const outbox = await open();
  await outbox.flush();
  expect(session.anonymous).toBe(0);
  outbox.keep(entry('0'), '');
  await outbox.flush();
  expect(session.anonymous).toBe(1);
  expect(log).toEqual(['0']);
});

test('an entry that the server refuses is dropped, and does not hold up the others', async () => {
  const { log, posts } = serverThat(400, 200, 400, 200);
  const outbox = await open();
  for (const id of ids(3)) outbox.keep(entry(id), 'me');
  await outbox.flush();
  expect(posts).toEqual([ids(3), ['0'], ['1'], ['2']]);
  expect(log).toEqual(['0', '2']);
  expect(outbox.countUnsent()).toBe(0);
});

test('more than the server takes at once goes in turn', async () => {
  const { log, posts } = serverThat();
  const outbox = await open();
  for (const id of ids(250)) outbox.keep(entry(id), 'me');
  await outbox.flush();
  expect(posts.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(log).toEqual(ids(250));
});

test('where nothing can be stored, what is done is sent all the same', async () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', store({ setItem: refuse }));
  const { log } = serverThat('unreachable');
  const outbox = await open();
  outbox.keep(entry('0'), 'me');
  await outbox.flush();
  expect(outbox.countUnsent()).toBe(1);
  await outbox.flush();
  expect(log).toEqual(['0']);
});
