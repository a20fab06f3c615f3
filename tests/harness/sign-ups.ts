/** People who sign up and in by the API without a server. */
import { cookieOf, type TestApi, type Visitor } from './api.ts';

export const password = 'a long password';

/** `api` is asked for at each call: a test opens it when it begins. */
export function openSignUps(api: () => TestApi) {
  let people = 0;
  const auth = (path: string, body: unknown, visitor: Visitor = {}) =>
    api().call(`POST /api/auth/${path}`, { ...visitor, body });
  return {
    auth,
    async signUp(visitor: Visitor = {}) {
      people += 1;
      const email = `person-${people}@example.org`;
      const answer = await auth('sign-up/email', { name: 'Person', email, password }, visitor);
      if (!answer.ok) throw new Error(`signing up was answered ${answer.status}`);
      const { user } = (await answer.json()) as { user: { id: string } };
      return { email, id: user.id, cookie: cookieOf(answer) };
    },
    /** The cookie of one more session. */
    signIn: async (email: string) => cookieOf(await auth('sign-in/email', { email, password })),
    isSignedIn: async (cookie: string) =>
      (await api().call('GET /api/v1/submissions', { cookie })).status === 200,
  };
}
