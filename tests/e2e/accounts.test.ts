import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountMessages } from '#app/_messages/accounts.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { expectAccessible, signIn, withPage } from '../harness/browser.ts';
import { openPractice, openWith, type Practice, packageSource } from '../harness/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());

describe.each(['en', 'zh'] as const)('%s', (locale) => {
  const t = accountMessages[locale];
  const w = workspaceMessages[locale];
  const email = `${locale}@example.org`;

  test('who submits without an account and then signs up finds the history', async () => {
    await withPage(practice.browser, { baseUrl: practice.baseUrl, locale }, async (page) => {
      const path = `/${locale}/problems/param-count`;
      await openWith(page, path, packageSource('param-count', 'wrong_answer/forgets-biases.ts'));
      await page.getByRole('button', { name: w.submit, exact: true }).click();
      await page.locator('[data-verdict="WA"]').waitFor();

      await page.goto(`/${locale}/sign-up`);
      await expectAccessible(page);
      await page.getByRole('button', { name: t.signUp }).click();
      await page.getByText(t.faults.name).waitFor();
      await page.getByLabel(t.name).fill('Ada');
      await page.getByLabel(t.email).fill(email);
      await page.getByLabel(t.password).fill('a long password');
      await page.getByRole('button', { name: t.signUp }).click();
      await page.waitForURL(`**/${locale}/problems`);

      await page.goto(path);
      await page.getByRole('tab', { name: w.submissions }).click();
      await expect
        .poll(() => page.getByRole('list', { name: w.history }).getByRole('listitem').count())
        .toBe(1);
    });
  });

  test('who signs up from practice comes back to it, by way of signing in and a reload; a taken address takes the focus', async () => {
    const p = practiceMessages[locale];
    const view = { baseUrl: practice.baseUrl, locale, expected: [/422/] };
    await withPage(practice.browser, view, async (page) => {
      await page.goto(`/${locale}/practice`);
      await page.getByRole('link', { name: p.anonymousAct }).click();
      const main = page.getByRole('main');
      await main.getByRole('link', { name: t.signIn, exact: true }).click();
      await page.getByText(t.forgot).waitFor();
      await main.getByRole('link', { name: t.signUp, exact: true }).click();
      await page.getByLabel(t.name).waitFor();
      await page.reload({ waitUntil: 'networkidle' });
      await page.getByLabel(t.name).fill('Ada');
      await page.getByLabel(t.email).fill(email);
      await page.getByLabel(t.password).fill('a long password');
      await page.keyboard.press('Enter');
      await page.getByText(t.faults.taken).waitFor();
      await expect
        .poll(() => page.getByLabel(t.email).evaluate((element) => element === document.activeElement))
        .toBe(true);
      await page.getByLabel(t.email).fill(`back-${email}`);
      await page.keyboard.press('Enter');
      await page.waitForURL(({ pathname }) => pathname === `/${locale}/practice`);
      await page.getByRole('heading', { level: 1, name: p.title }).waitFor();
      await page.goBack();
      await page.waitForURL(({ pathname }) => pathname === `/${locale}/practice`);
    });
  });

  test('settings say what they are before they have loaded', async () => {
    // Without a script what was sent first stays.
    const view = { baseUrl: practice.baseUrl, locale, javaScript: false };
    await withPage(practice.browser, view, async (page) => {
      await page.goto(`/${locale}/settings`);
      await page.getByRole('heading', { level: 1, name: t.settings }).waitFor();
    });
  });

  test('settings: a token is shown once and revoked, so is a session elsewhere, and signing out ends this one', async () => {
    await withPage(
      practice.browser,
      { baseUrl: practice.baseUrl, locale, expected: [/401/, /ERR_FAILED/], serviceWorker: false },
      async (page) => {
        await page.goto(`/${locale}/sign-in`);
        await page.getByLabel(t.email).fill(email);
        await page.getByLabel(t.password).fill('not the password');
        await page.getByRole('button', { name: t.signIn }).click();
        await page.getByText(t.faults.invalid).waitFor();
        await page.getByLabel(t.password).fill('a long password');
        await page.getByRole('button', { name: t.signIn }).click();
        await page.waitForURL(`**/${locale}/problems`);

        await page.goto(`/${locale}/settings`);
        await expectAccessible(page);
        await page.getByLabel(t.tokenName).fill('laptop');
        await page.getByRole('button', { name: t.makeToken }).click();
        await page.getByText(t.tokenMade).waitFor();
        const token =
          (await page
            .locator('code')
            .filter({ hasText: /^wst_.{20}/ })
            .textContent()) ?? '';
        const ask = () =>
          fetch(`${practice.baseUrl}/api/v1/submissions`, { headers: { authorization: `Bearer ${token}` } });
        expect((await ask()).status).toBe(200);
        await page
          .getByRole('listitem')
          .filter({ hasText: 'laptop' })
          .getByRole('button', { name: t.revoke })
          .click();
        await page.getByText(t.noTokens).waitFor();
        expect((await ask()).status).toBe(401);

        // Somewhere that says nothing of itself.
        const elsewhere = await signIn(practice.baseUrl, { email, password: 'a long password' });
        const cookie = elsewhere.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
        const askThere = () => fetch(`${practice.baseUrl}/api/v1/submissions`, { headers: { cookie } });
        expect((await askThere()).status).toBe(200);
        await page.reload();
        const there = page.getByRole('listitem').filter({ hasText: t.unknownDevice });
        await there.getByRole('button', { name: t.revoke }).click();
        await there.waitFor({ state: 'detached' });
        expect((await askThere()).status).toBe(401);
        expect(await page.getByText(t.thisSession).count()).toBe(1);

        const signOut = page.getByRole('button', { name: t.signOut, exact: true });
        await page.route('**/api/auth/sign-out', (route) => route.abort());
        await signOut.click();
        await page.getByText(t.faults.offline).waitFor();
        await page.unroute('**/api/auth/sign-out');
        await signOut.click();
        await page.waitForURL(`**/${locale}`);
        await page.goto(`/${locale}/settings`);
        await page.getByText(t.signedOut).waitFor();
      },
    );
  });
});
