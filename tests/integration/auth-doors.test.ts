import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cookieOf, openTestApi, type TestApi } from '../harness/api.ts';
import { authDoors } from '../harness/auth-doors.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.rateLimit.deleteMany();
});

type Endpoint = { path?: unknown; options?: { method?: string | string[]; metadata?: object } };

/** As the library's router takes them up: not what has no path, or is for the server alone. */
function doors(): string[] {
  const endpoints: Endpoint[] = Object.values(api.site.auth(new Headers({ host: 'localhost:3000' })).api);
  return endpoints.flatMap(({ path, options: { method = '*', metadata = {} } = {} }) => {
    const { SERVER_ONLY: hidden } = { SERVER_ONLY: false, ...metadata };
    return typeof path !== 'string' || hidden ? [] : [method].flat().map((one) => `${one} ${path}`);
  });
}

test('every door of the library is listed with whom it lets in', () => {
  const found = doors();
  expect(found).toHaveLength(new Set(found).size);
  expect(new Set(found)).toEqual(new Set(Object.keys(authDoors)));
});

test('a question for the headers alone is answered like the question itself', async () => {
  const cookie = await signedIn();
  const [asked, whole] = [await knock('HEAD /get-session', cookie), await knock('GET /get-session', cookie)];
  expect([asked.status, whole.status]).toEqual([200, 200]);
});

const password = 'a long password';
const email = 'somebody@example.org';

/** What each wants to be sent to be more than misunderstood. */
const bodies: Record<string, object> = {
  'POST /sign-in/email': { email, password },
  'POST /sign-in/social': { provider: 'github' },
  'POST /link-social': { provider: 'github' },
  'POST /unlink-account': { providerId: 'credential' },
  'POST /get-access-token': { providerId: 'credential' },
  'POST /refresh-token': { providerId: 'credential' },
  'POST /change-password': { currentPassword: password, newPassword: password },
  'POST /verify-password': { password },
  'POST /update-user': { name: 'Somebody' },
  'POST /change-email': { newEmail: 'other@example.org' },
  'POST /revoke-session': { token: 'none' },
  'POST /request-password-reset': { email },
  'POST /reset-password': { newPassword: password, token: 'none' },
  'POST /send-verification-email': { email },
  'POST /delete-user': { password },
};

let people = 0;
function someoneNew(): object {
  people += 1;
  return { name: 'New', email: `new-${people}@example.org`, password };
}

async function knock(door: string, cookie?: string): Promise<Response> {
  const [method = '', pattern = ''] = door.split(' ');
  const path = pattern.replace(/:\w+/, 'github');
  const query = path === '/verify-email' || path === '/delete-user/callback' ? '?token=none' : '';
  return api.call(`${method} /api/auth${path}${query}`, {
    ...(cookie !== undefined && { cookie }),
    ...(method === 'POST' && { body: door === 'POST /sign-up/email' ? someoneNew() : (bodies[door] ?? {}) }),
  });
}

/** Somebody who has just signed in; an account is made where there is none, or none any more. */
async function signedIn(): Promise<string> {
  const body = { name: 'Somebody', email, password };
  const up = await api.call('POST /api/auth/sign-up/email', { body });
  const answer = up.ok ? up : await api.call('POST /api/auth/sign-in/email', { body });
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}

/** Told as an error, or by sending the browser to where one is told; a form that is sent on is asked once more. */
async function isRefusal(answer: Response): Promise<boolean> {
  const { status, headers } = answer;
  if (status >= 400 && status < 500) return true;
  const { pathname, search, searchParams } = new URL(headers.get('location') ?? '', 'http://localhost:3000');
  if (status !== 302 || searchParams.has('error')) return status === 302;
  return isRefusal(await api.call(`GET ${pathname}${search}`));
}

describe.each(Object.entries(authDoors))('%s is for %s', (door, audience) => {
  beforeEach(() => {
    // Some refusals are told to who runs the site, too.
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  test('without a session', async () => {
    await signedIn();
    const answer = await knock(door);
    if (audience === 'everyone') expect(answer.status).toBe(200);
    else if (audience === 'signed-in') expect(answer.status).toBe(401);
    else expect([answer.status, await isRefusal(answer)]).toEqual([answer.status, true]);
  });

  test('with one', async () => {
    const answer = await knock(door, await signedIn());
    if (audience === 'nobody')
      expect([answer.status, await isRefusal(answer)]).toEqual([answer.status, true]);
    else expect(answer.status).toBe(200);
  });
});
