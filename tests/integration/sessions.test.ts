import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentUser } from '#app/_session/current-user.ts';
import { openTestApi, type TestApi } from '../harness/api.ts';
import { openSignUps, password } from '../harness/sign-ups.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.rateLimit.deleteMany();
});

const { auth, signUp, signIn, isSignedIn } = openSignUps(() => api);

test('one is revoked by another', async () => {
  const { email, cookie } = await signUp();
  const elsewhere = await signIn(email);
  const list = await api.call('GET /api/auth/list-sessions', { cookie });
  const sessions = (await list.json()) as { token: string }[];
  expect(sessions).toHaveLength(2);
  const other = sessions.find(({ token }) => decodeURIComponent(elsewhere).includes(token));
  await auth('revoke-session', { token: other?.token }, { cookie });
  expect([await isSignedIn(cookie), await isSignedIn(elsewhere)]).toEqual([true, false]);
});

test('nobody revokes another account’s', async () => {
  const [mine, theirs] = [await signUp(), await signUp()];
  const row = await api.database.db.session.findFirstOrThrow({ where: { userId: theirs.id } });
  await auth('revoke-session', { token: row.token }, mine);
  expect(await isSignedIn(theirs.cookie)).toBe(true);
});

test('signing out everywhere else leaves this one', async () => {
  const { email, cookie } = await signUp();
  const elsewhere = await signIn(email);
  await auth('revoke-other-sessions', {}, { cookie });
  expect([await isSignedIn(cookie), await isSignedIn(elsewhere)]).toEqual([true, false]);
});

test('a new password signs out everywhere else, and the old one lets nobody in', async () => {
  const { email, cookie } = await signUp();
  const elsewhere = await signIn(email);
  const change = { currentPassword: password, newPassword: 'another password', revokeOtherSessions: true };
  expect(
    (await auth('change-password', { ...change, currentPassword: 'wrong wrong' }, { cookie })).status,
  ).toBe(400);
  expect((await auth('change-password', change, { cookie })).status).toBe(200);
  expect(await isSignedIn(elsewhere)).toBe(false);
  expect((await auth('sign-in/email', { email, password })).status).toBe(401);
});

describe('who comes back within a month stays signed in', () => {
  const day = 86_400_000;
  const month = 30 * day;

  /** Signed in two days ago. */
  async function comeBack() {
    const { id, cookie } = await signUp();
    const { db } = api.database;
    const endOf = async () =>
      (await db.session.findFirstOrThrow({ where: { userId: id } })).expiresAt.getTime();
    await db.session.updateMany({
      where: { userId: id },
      data: { expiresAt: new Date((await endOf()) - 2 * day) },
    });
    return { cookie, daysLeft: async () => Math.round(((await endOf()) - Date.now()) / day) };
  }

  test('by whatever they ask for: the browser is told a new end together with the server', async () => {
    const { cookie, daysLeft } = await comeBack();
    const [renewed] = (await api.call('GET /api/v1/keep/bookmarks', { cookie })).headers.getSetCookie();
    expect(renewed).toMatch(new RegExp(`session_token=.*Max-Age=${month / 1000}`));
    expect(await daysLeft()).toBe(30);
    expect((await api.call('GET /api/v1/keep/bookmarks', { cookie })).headers.getSetCookie()).toEqual([]);
  });

  test('a page, which can tell the browser nothing, leaves the end to the next that can', async () => {
    const { cookie, daysLeft } = await comeBack();
    expect(await currentUser(new Headers({ cookie, host: 'localhost:3000' }))).toBeDefined();
    expect(await daysLeft()).toBe(28);
  });
});
