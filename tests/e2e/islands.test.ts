import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { accountMessages } from '#app/_messages/accounts.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { keepBusy, rest } from '#tests/harness/at-rest.ts';
import { withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

/** A check far below the screen of a phone. */
const far = '#check-augmentation [data-island=Check]';

/** Marks what was sent before any script runs: what comes to life takes its place. Until {@link rest} it does not by itself. */
async function openMarked(page: Page): Promise<void> {
  await keepBusy(page);
  await page.addInitScript((far) => {
    document.addEventListener('readystatechange', () =>
      document.querySelector(far)?.firstElementChild?.setAttribute('data-sent', ''),
    );
  }, far);
  await page.goto('/en/questions/overfitting');
  // What is below the screen is laid out after the first paint, and takes no focus before.
  await page.locator(far).locator('.prose').first().waitFor();
}

const asleep = (page: Page) => page.locator(`${far} > [data-sent]`).count();
const phone = () => ({ baseUrl: site.baseUrl, width: 390 });

test('what is far below comes to life when one comes near', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    expect(await asleep(page)).toBe(1);
    await page.locator(far).locator('.prose').first().scrollIntoViewIfNeeded();
    await expect.poll(() => asleep(page)).toBe(0);
  });
});

test('or by itself, once the page is at rest', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    expect(await asleep(page)).toBe(1);
    await rest(page);
    await expect.poll(() => asleep(page)).toBe(0);
  });
});

test('a click that no pointer made, as by a screen reader, is not lost on what sleeps', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    const [sent, checked] = await page.evaluate((far) => {
      const place = document.querySelector(far);
      const option = () => place?.querySelector('input');
      const sent = place?.querySelector('[data-sent]') !== null;
      option()?.click();
      return [sent, option()?.checked];
    }, far);
    expect([sent, checked]).toEqual([true, true]);
    expect(await asleep(page)).toBe(0);
  });
});

test('the focus stays where it was put when what it is in comes to life', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    const [sent, focused] = await page.evaluate((far) => {
      const place = document.querySelector(far);
      const option = () => place?.querySelector('input');
      const sent = place?.querySelector('[data-sent]') !== null;
      option()?.focus({ preventScroll: true });
      return [sent, document.activeElement === option()];
    }, far);
    expect([sent, focused]).toEqual([true, true]);
    expect(await asleep(page)).toBe(0);
  });
});

/** Opens a page whose scripts do not come before `act` is over. */
async function actEarly(page: Page, address: string, act: () => Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  await page.route('**/*.js', (route) => over.promise.then(() => route.continue()));
  await page.goto(address, { waitUntil: 'commit' });
  await act();
  over.resolve();
}

test('who is quicker than the script loses nothing: what was chosen and pressed counts when it comes', async () => {
  await withPage(site.browser, { ...phone(), serviceWorker: false }, async (page) => {
    const check = page.locator('#check-gap');
    const right = check.getByRole('radio').first();
    await actEarly(page, '/en/questions/overfitting', async () => {
      await page.getByRole('button', { name: shellMessages.en.theme.system }).click();
      await right.check();
      await check.getByRole('button', { name: questionMessages.en.check }).click();
    });
    await page.locator('html[data-theme=light]').waitFor();
    await check.getByText(questionMessages.en.allRight).waitFor();
    expect(await right.isChecked()).toBe(true);
  });
});

test('nor where Next’s script takes over, and who presses twice means it once', async () => {
  await withPage(site.browser, { ...phone(), serviceWorker: false }, async (page) => {
    await actEarly(page, '/en/topics', async () => {
      await page.getByRole('button', { name: shellMessages.en.theme.system }).click({ clickCount: 2 });
    });
    await page.locator('html[data-theme=light]').waitFor();
  });
});

test('nor of several that were filled in, which count one by one', async () => {
  await withPage(site.browser, { ...phone(), serviceWorker: false }, async (page) => {
    const [boxes, pairs] = [page.locator('#check-augmentation'), page.locator('#check-which-is-it')];
    const right = [0, 2].map((place) => boxes.getByRole('checkbox').nth(place));
    const chosen = [0, 1].map((place) => pairs.getByRole('combobox').nth(place));
    await actEarly(page, '/en/questions/overfitting', async () => {
      for (const box of right) await box.check();
      for (const [place, select] of chosen.entries()) await select.selectOption({ index: place + 1 });
      await boxes.getByRole('button', { name: questionMessages.en.check }).click();
    });
    await boxes.getByText(questionMessages.en.allRight).waitFor();
    await pairs.getByRole('button', { name: questionMessages.en.check }).click();
    expect(await Promise.all(chosen.map((select) => select.inputValue()))).not.toContain('');
  });
});

test('nor in a form that is part of what loads later: it is sent by its script, and not into the address', async () => {
  const t = accountMessages.en;
  await withPage(site.browser, { ...phone(), serviceWorker: false }, async (page, { context }) => {
    const account = { name: 'Ada', email: 'quick@example.org', password: 'a long password' };
    const headers = { origin: site.baseUrl };
    const signedUp = await context.request.post('/api/auth/sign-up/email', { headers, data: account });
    expect(signedUp.ok()).toBe(true);
    await actEarly(page, '/en/settings', async () => {
      await page.getByLabel(t.name, { exact: true }).fill('Grace');
      await page.getByRole('button', { name: t.save, exact: true }).click();
    });
    await page.getByText(t.saved, { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await site.database.db.user.findFirst({ where: { email: account.email } })).toMatchObject({
      name: 'Grace',
    });
  });
});

test('nor an interview that was set up: it is as long as was chosen', async () => {
  const t = mockMessages.en;
  await withPage(site.browser, { ...phone(), serviceWorker: false }, async (page) => {
    await actEarly(page, '/en/mock', async () => {
      await page.getByRole('radio', { name: t.minutes(60), exact: true }).check();
      await page.getByRole('button', { name: t.start, exact: true }).click();
    });
    await page.waitForURL(/\/mock\/[0-9a-f-]{36}$/);
    expect((await site.database.db.mock.findFirstOrThrow()).minutes).toBe(60);
  });
});
