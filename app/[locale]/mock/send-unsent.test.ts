import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendUnsent } from './send-unsent.ts';
import { readUnsent, type Unsent, writeUnsent } from './unsent-marks.ts';

vi.mock('#app/_session/auth-client.ts', () => ({ ensureSignedIn: async () => undefined }));

const id = 'an-interview';
const typed: Unsent = {
  0: { notes: 'typed in a tunnel', revealed: true, points: [1] },
  2: { notes: 'more' },
};

/** What it has of each item; it answers a patch by what `judge` says of it, and takes it where that is 200. */
function serverThat(judge: (patch: object) => number) {
  const items: Record<string, object> = {};
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    const patch = JSON.parse(body) as object;
    const place = path.split('/').at(-1) ?? '';
    const status = judge(patch);
    if (status === 200) items[place] = { ...items[place], ...patch };
    return new Response('{}', { status });
  });
  return items;
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
  writeUnsent(id, typed);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('all is sent, and nothing is kept here then', async () => {
  const items = serverThat(() => 200);
  expect(await sendUnsent(id, { current: readUnsent(id) }, () => undefined)).toBe(true);
  expect(items).toEqual(typed);
  expect(readUnsent(id)).toEqual({});
});

test('notes that were typed without a network arrive after the end, though the marks beside them are refused', async () => {
  const items = serverThat((patch) => (Object.keys(patch).join() === 'notes' ? 200 : 409));
  const refusals: boolean[] = [];
  const sent = await sendUnsent(
    id,
    { current: readUnsent(id) },
    ({ refused }) => void refusals.push(refused),
  );
  expect(sent).toBe(true);
  expect(items).toEqual({ 0: { notes: 'typed in a tunnel' }, 2: { notes: 'more' } });
  expect(refusals).toEqual([true, false, false]);
});

test.each([
  [401, 'signed-out'],
  [403, 'signed-out'],
  // As for everybody who is somebody else.
  [404, 'signed-out'],
  [429, 'later'],
  [503, 'later'],
])(
  'what the server does not take for now (%i) stays here, and goes when it does',
  async (status, trouble) => {
    serverThat(() => status);
    const met: unknown[] = [];
    const unsent = { current: readUnsent(id) };
    expect(await sendUnsent(id, unsent, (tried) => void met.push(tried))).toBe(false);
    expect(met).toEqual([{ trouble, refused: false }]);
    expect([unsent.current, readUnsent(id)]).toEqual([typed, typed]);
    const items = serverThat(() => 200);
    expect(await sendUnsent(id, unsent, () => undefined)).toBe(true);
    expect(items).toEqual(typed);
  },
);
