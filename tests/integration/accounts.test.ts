import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AccountError, addUser, changeRole, createToken, resetPassword } from '#app/_session/accounts.ts';
import { addressHeader } from '#app/_session/client-address.ts';
import { submit } from '#judge/api.ts';
import { absorbAnonymous } from '#prisma/user.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { cookieOf, openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { openSignUps, password } from '../harness/sign-ups.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishAdding(api.database.db);
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.rateLimit.deleteMany();
});

const { auth, signUp, isSignedIn } = openSignUps(() => api);

async function anonymous() {
  const answer = await auth('sign-in/anonymous', {});
  const { user } = (await answer.json()) as { user: { id: string } };
  return { id: user.id, cookie: cookieOf(answer) };
}

async function work({ cookie }: Visitor) {
  const sent = await api.call('POST /api/v1/submissions', {
    cookie: cookie ?? '',
    body: { problem: 'add', source: solutions.AC },
  });
  await api.call('PUT /api/v1/drafts/add', { cookie: cookie ?? '', body: { source: 'a draft' } });
  return ((await sent.json()) as { id: string }).id;
}

async function history(visitor: Visitor) {
  const list = await api.call('GET /api/v1/submissions', visitor);
  const drafts = await api.call('GET /api/v1/drafts/add', visitor);
  return {
    submissions: ((await list.json()) as { submissions: { id: string }[] }).submissions.map(({ id }) => id),
    drafts: ((await drafts.json()) as { drafts: { source: string }[] }).drafts.map(({ source }) => source),
  };
}

describe('who worked without an account', () => {
  test('keeps it all by signing up, and the old account is gone', async () => {
    const before = await anonymous();
    const id = await work(before);
    const after = await signUp(before);
    expect(await history(after)).toEqual({ submissions: [id], drafts: ['a draft'] });
    expect(await api.database.db.user.findUnique({ where: { id: before.id } })).toBeNull();
    expect(await isSignedIn(before.cookie)).toBe(false);
  });

  test('keeps it all by signing in, beside what was there', async () => {
    const { email, cookie } = await signUp();
    const first = await work({ cookie });
    const before = await anonymous();
    const second = await work(before);
    const cookieNow = cookieOf(await auth('sign-in/email', { email, password }, before));
    expect((await history({ cookie: cookieNow })).submissions).toEqual([second, first]);
  });

  test('keeps what is submitted at that very moment, or is told that it was not taken', async () => {
    const { db } = api.database;
    const [{ id: from }, { id: to }] = [await anonymous(), await signUp()];
    const send = () => submit(db, { userId: from, problem: 'add', source: solutions.AC });
    const sending = Array.from({ length: 12 }, send);
    const [sent] = await Promise.all([Promise.allSettled(sending), absorbAnonymous(db, from, to)]);
    const taken = sent.filter(({ status }) => status === 'fulfilled');
    expect(await db.submission.count({ where: { userId: to } })).toBe(taken.length);
  });

  test('takes nothing from an account that is not anonymous', async () => {
    const [from, to] = [await signUp(), await signUp()];
    const id = await work(from);
    await absorbAnonymous(api.database.db, from.id, to.id);
    expect((await history(from)).submissions).toEqual([id]);
  });
});

describe('nobody', () => {
  test('makes themselves an admin, by signing up or later', async () => {
    const { db } = api.database;
    const email = 'climber@example.org';
    const up = await auth('sign-up/email', {
      name: 'Climber',
      email,
      password,
      role: 'admin',
      banned: false,
    });
    const cookie = cookieOf(up.ok ? up : await auth('sign-up/email', { name: 'Climber', email, password }));
    await auth('update-user', { role: 'admin' }, { cookie });
    await auth('update-user', { name: 'Climber', role: 'admin', isAnonymous: true }, { cookie });
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    expect([user.role, user.isAnonymous]).toEqual(['learner', false]);
  });

  test('who is banned does anything, by cookie or token', async () => {
    const { id, email, cookie } = await signUp();
    const token = await createToken(api.database.db, { email, name: 'laptop' });
    expect(await isSignedIn(cookie)).toBe(true);
    await api.database.db.user.update({ where: { id }, data: { banned: true } });
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await api.call('GET /api/v1/submissions', { token })).status).toBe(401);
  });

  test('guesses a password from ever new addresses', async () => {
    const { email } = await signUp();
    const guess = (address: number, guessed: string) =>
      auth(
        'sign-in/email',
        { email, password: guessed },
        { headers: { [addressHeader]: `198.51.100.${address}` } },
      );
    for (let address = 0; address < 20; address++)
      expect((await guess(address, 'wrong wrong')).status).toBe(401);
    const refused = await guess(99, password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('makes accounts without end from one address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await auth('sign-in/anonymous', {})).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
    expect(statuses[30]).toBe(429);
  });

  test('sends more than an account is made of', async () => {
    const body = { name: 'x'.repeat(10_000), email: 'long@example.org', password };
    expect((await auth('sign-up/email', body)).status).toBe(413);
  });

  test.each(['', '   ', 'x'.repeat(81), '\n\t'])('is called %j', async (name) => {
    expect((await auth('sign-up/email', { name, email: 'name@example.org', password })).status).toBe(400);
  });

  test.each(['a\0b@example.org', 'not an address'])('has the address %j', async (email) => {
    expect((await auth('sign-up/email', { name: 'Name', email, password })).status).toBe(400);
  });
});

test('a name becomes one line', async () => {
  const answer = await auth('sign-up/email', {
    name: ' Ada\0\nLovelace ',
    email: 'ada@example.org',
    password,
  });
  expect(await answer.json()).toMatchObject({ user: { name: 'Ada Lovelace' } });
});

describe('an account', () => {
  test('is deleted by its password alone, with all that belongs to it', async () => {
    const { db } = api.database;
    const person = await signUp();
    await work(person);
    const token = await createToken(db, { email: person.email, name: 'laptop' });
    for (const body of [{}, { password: '' }, { password: 'wrong wrong' }])
      expect((await auth('delete-user', body, person)).status).toBe(400);
    expect((await auth('delete-user', { password }, person)).status).toBe(200);
    const left = { where: { userId: person.id } };
    expect([
      await db.submission.count(left),
      await db.draft.count(left),
      await db.session.count(left),
    ]).toEqual([0, 0, 0]);
    expect((await api.call('GET /api/v1/submissions', { token })).status).toBe(401);
  });

  test('without a password is deleted by its session, also days later, with all that belongs to it', async () => {
    const { db } = api.database;
    const nobody = await anonymous();
    await work(nobody);
    const earlier = new Date(Date.now() - 3 * 86_400_000);
    await db.session.updateMany({ where: { userId: nobody.id }, data: { createdAt: earlier } });
    expect((await auth('delete-user', {})).status).toBe(400);
    expect((await auth('delete-user', {}, nobody)).status).toBe(200);
    const left = { where: { userId: nobody.id } };
    expect([
      await db.user.count({ where: { id: nobody.id } }),
      await db.submission.count(left),
      await db.draft.count(left),
      await db.session.count(left),
    ]).toEqual([0, 0, 0, 0]);
  });

  test('still sees where it is signed in days after it signed in, and is still not deleted without its password', async () => {
    const { db } = api.database;
    const person = await signUp();
    const earlier = new Date(Date.now() - 3 * 86_400_000);
    await db.session.updateMany({ where: { userId: person.id }, data: { createdAt: earlier } });
    expect((await api.call('GET /api/auth/list-sessions', person)).status).toBe(200);
    expect((await auth('delete-user', {}, person)).status).toBe(400);
  });

  test('is made from the command line once, and signs in with the password that is told', async () => {
    const { db } = api.database;
    const account = { email: 'Teacher@Example.org', role: 'instructor', secret: 'x'.repeat(32) } as const;
    const { password: told } = await addUser(db, account);
    const signIn = await auth('sign-in/email', { email: account.email, password: told });
    expect(await signIn.json()).toMatchObject({ user: { role: 'instructor' } });
    await expect(addUser(db, account)).rejects.toThrow(AccountError);
    await expect(createToken(db, { email: 'nobody@example.org', name: 'x' })).rejects.toThrow(AccountError);
  });

  test('is given another role from the command line, which sessions and tokens that are open have at once', async () => {
    const { db } = api.database;
    const { email, cookie } = await signUp();
    const token = await createToken(db, { email, name: 'laptop' });
    const teaches = async () =>
      Promise.all(
        [{ cookie }, { token }].map(async (visitor) => {
          const { status } = await api.call('GET /api/v1/rejudgings', visitor);
          return status;
        }),
      );
    expect(await teaches()).toEqual([404, 404]);
    expect(await changeRole(db, { email: email.toUpperCase(), role: 'instructor' })).toBe('learner');
    expect(await teaches()).toEqual([200, 200]);
    await changeRole(db, { email, role: 'learner' });
    expect(await teaches()).toEqual([404, 404]);
    const nobody = { email: 'nobody@example.org', role: 'admin' } as const;
    await expect(changeRole(db, nobody)).rejects.toThrow(AccountError);
  });

  test('is given a new password from the command line, which ends its sessions and no one else’s; its tokens stay', async () => {
    const { db } = api.database;
    const [mine, other] = [await signUp(), await signUp()];
    const token = await createToken(db, { email: mine.email, name: 'laptop' });
    const made = await resetPassword(db, mine.email.toUpperCase());
    const status = async (visitor: Visitor) => (await api.call('GET /api/v1/submissions', visitor)).status;
    expect(await Promise.all([mine, other, { token }].map(status))).toEqual([401, 200, 200]);
    const signIn = async (secret: string) =>
      (await auth('sign-in/email', { email: mine.email, password: secret })).status;
    expect([await signIn(password), await signIn(made)]).toEqual([401, 200]);
    await expect(resetPassword(db, 'nobody@example.org')).rejects.toThrow(AccountError);
  });

  test('without a password of its own gets none from the command line', async () => {
    const { db } = api.database;
    const { id, cookie } = await anonymous();
    const { email } = await db.user.findUniqueOrThrow({ where: { id } });
    await expect(resetPassword(db, email)).rejects.toThrow(AccountError);
    expect((await api.call('GET /api/v1/submissions', { cookie })).status).toBe(200);
  });
});

describe('tokens', () => {
  test('are kept as hashes, and revoked at once', async () => {
    const { db } = api.database;
    const { email, cookie } = await signUp();
    const made = await api.call('POST /api/v1/tokens', { cookie, body: { name: 'laptop' } });
    const { id, token } = (await made.json()) as { id: string; token: string };
    expect(token).toMatch(/^wst_[\w-]{43}$/);
    expect(JSON.stringify(await db.apiToken.findUnique({ where: { id } }))).not.toContain(token.slice(8));
    const ask = (authorization: string) =>
      api.call('GET /api/v1/submissions', { headers: { authorization } });
    expect((await ask(`bearer ${token}`)).status).toBe(200);
    expect((await ask(`Bearer ${token.slice(0, -1)}`)).status).toBe(401);
    expect((await api.call(`DELETE /api/v1/tokens/${id}`, { cookie })).status).toBe(204);
    expect((await ask(`Bearer ${token}`)).status).toBe(401);
    for (let i = 0; i < 20; i++) await createToken(db, { email, name: String(i) });
    expect((await api.call('POST /api/v1/tokens', { cookie, body: { name: 'more' } })).status).toBe(409);
  });

  test('are not for who has no account that they could lose', async () => {
    const { cookie } = await anonymous();
    expect((await api.call('POST /api/v1/tokens', { cookie, body: { name: 'laptop' } })).status).toBe(403);
  });
});

describe('the address that the site is opened under', () => {
  const at = (host: string, more: Record<string, string> = {}) => ({
    host,
    origin: `http://${host}`,
    cookie: 'any=thing',
    ...more,
  });

  test.each(['localhost:3000', '127.0.0.1:3000', '192.168.1.20:3000', '[::1]:3000'])(
    'may be %s',
    async (host) => {
      expect((await auth('sign-in/anonymous', {}, { headers: at(host) })).status).toBe(200);
    },
  );

  test.each(['http://evil.example', 'null', 'http://localhost:4000'])('is not %s', async (origin) => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const answer = await auth('sign-in/anonymous', {}, { headers: at('localhost:3000', { origin }) });
    const lines = told.mock.calls.filter(([line]) => String(line).includes('Invalid origin'));
    told.mockRestore();
    expect(answer.status).toBe(403);
    // A proxy that hides the host looks like this: whoever runs the site has to hear of it.
    expect(lines).toHaveLength(origin === 'null' ? 0 : 1);
  });

  test('with https its cookies are sent over nothing else, without it they reach the browser', async () => {
    const over = async (scheme: string) => {
      const headers = at('whetstone.example', {
        origin: `${scheme}://whetstone.example`,
        'x-forwarded-proto': scheme,
      });
      const [cookie = ''] = (await auth('sign-in/anonymous', {}, { headers })).headers.getSetCookie();
      return cookie;
    };
    expect(await over('https')).toMatch(/^__Secure-.*HttpOnly; Secure; SameSite=Lax$/i);
    expect(await over('http')).toMatch(/^better-auth(?!.*Secure).*HttpOnly/);
  });
});
