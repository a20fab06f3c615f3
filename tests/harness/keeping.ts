/** What tests do with what somebody keeps. */
import { expect } from 'vitest';
import { cookieOf, type TestApi, type Visitor } from './api.ts';

export const password = 'a long password';
export const question = '/api/v1/keep/question/overfitting';
export const problem = '/api/v1/keep/problem/add';

type Note = { text: string; revision: string; html: string | null };
type Asked = { id: string; askedOn: string; role: string; company: string };
export type Kept = { account: string; bookmarked: boolean; note: Note | null; asked: Asked[] };
type Written = { text: string; revision?: string | null | undefined };

export type Keeping = ReturnType<typeof keeping>;

/** Acts on an API as its visitors; what has to go well throws where it doesn't. */
export function keeping(api: TestApi) {
  let people = 0;
  async function signUp(visitor: Visitor = {}): Promise<{ email: string; cookie: string }> {
    people += 1;
    const email = `keeper-${people}@example.org`;
    const body = { name: 'Keeper', email, password };
    return { email, cookie: cookieOf(await api.call('POST /api/auth/sign-up/email', { ...visitor, body })) };
  }
  const write = (visitor: Visitor, at: string, { text, revision = null }: Written) =>
    api.call(`PUT ${at}/note`, { ...visitor, body: { text, revision } });
  async function made<T>(answer: Response): Promise<T> {
    expect([200, 201]).toContain(answer.status);
    return (await answer.json()) as T;
  }
  return {
    signUp,
    anonymous: async () => ({
      cookie: cookieOf(await api.call('POST /api/auth/sign-in/anonymous', { body: {} })),
    }),
    read: async <T = Kept>(path: string, visitor: Visitor) => made<T>(await api.call(`GET ${path}`, visitor)),
    write,
    /** The revision of a note that there was none of. */
    written: async (visitor: Visitor, at: string, text: string) =>
      (await made<{ note: Note }>(await write(visitor, at, { text }))).note.revision,
    bookmark: (visitor: Visitor, at: string, bookmarked = true) =>
      api.call(`PUT ${at}/bookmark`, { ...visitor, body: { bookmarked } }),
    ask: async (visitor: Visitor, at: string, body: object) =>
      made<Asked>(await api.call(`POST ${at}/asked`, { ...visitor, body })),
    subscribe: async (visitor: Visitor, locale = 'en') =>
      made<{ id: string; url: string }>(
        await api.call('POST /api/v1/calendars', { ...visitor, body: { locale } }),
      ),
    feedOf: ({ url }: { url: string }) => api.call(`GET ${new URL(url).pathname}`),
  };
}
