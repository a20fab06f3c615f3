import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { mockMessages } from '#app/_messages/mock.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { publishAdding } from '../harness/adding.ts';
import { expectAccessible, expectNoSidewaysScroll, withPage } from '../harness/browser.ts';
import { openTestSite, type TestSite } from '../harness/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
  await publishAdding(site.database.db);
  return site.close;
});

const title = (page: Page) => page.getByRole('heading', { level: 1 });

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = mockMessages[locale];
  const view = (more: { theme?: 'dark'; width?: number; expected?: RegExp[] } = {}) => ({
    baseUrl: site.baseUrl,
    locale,
    ...more,
  });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Begins one of twenty minutes. */
  async function begin(page: Page): Promise<void> {
    await page.goto(`/${locale}/practice`);
    await page.getByRole('link', { name: t.title }).click();
    await page.waitForURL(/\/mock$/);
    await page.waitForLoadState('networkidle');
    await page.getByRole('radio', { name: t.minutes(20), exact: true }).check();
    await heard(page, () => button(page, t.start).click());
  }
  /** Leads to an interview and waits until it hears keys: it asks for the clock as soon as its script runs. */
  async function heard(page: Page, lead: () => Promise<unknown>): Promise<void> {
    const asked = page.waitForRequest(
      (request) => request.method() === 'GET' && /\/api\/v1\/mocks\/[0-9a-f-]{36}$/.test(request.url()),
    );
    await lead();
    await asked;
  }

  test('an interview with a reload in the middle and a pause, to the report, on paper and by a shared link', async () => {
    // Chromium asks for one where it prepares a page for paper.
    await withPage(site.browser, view({ expected: [/favicon\.ico/] }), async (page) => {
      await begin(page);
      const first = await title(page).textContent();
      await page.getByLabel(t.notes).fill('as I would say it: 1 n p b');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Space');
      await page.getByRole('heading', { name: t.points }).waitFor();
      const points = page.getByRole('region', { name: t.points }).getByRole('checkbox');
      await page.keyboard.press('1');
      await expect.poll(() => points.first().isChecked()).toBe(true);

      const { db } = site.database;
      const { mockId } = await db.mockItem.findFirstOrThrow({ orderBy: { mockId: 'desc' } });
      const kept = () => db.mockItem.findUnique({ where: { mockId_place: { mockId, place: 0 } } });
      await expect.poll(async () => (await kept())?.points).toEqual([0]);
      await heard(page, () => page.reload());
      await page.getByRole('heading', { name: t.points }).waitFor();
      expect(await title(page).textContent()).toBe(first);
      expect(await points.first().isChecked()).toBe(true);
      expect(await page.getByLabel(t.notes).inputValue()).toBe('as I would say it: 1 n p b');

      await button(page, t.pause).click();
      await page.getByRole('heading', { name: t.pausedTitle }).waitFor();
      // What is paused stays so, and is hidden.
      await heard(page, () => page.reload());
      await page.getByRole('heading', { name: t.pausedTitle }).waitFor();
      expect(await page.getByLabel(t.notes).count()).toBe(0);
      await button(page, t.resume).first().click();
      await expect.poll(() => title(page).textContent()).toBe(first);

      await page.keyboard.press('ArrowRight');
      await page.getByRole('heading', { name: t.kinds.check }).waitFor();
      await answerCheck(page);
      await page.keyboard.press('b');
      await expect.poll(() => title(page).textContent()).toBe(first);
      await page.keyboard.press('n');
      await page.getByRole('heading', { name: t.kinds.check }).waitFor();
      for (let place = 1; place < 4; place++) {
        await page.keyboard.press('n');
        await page.getByText(t.place(place + 2, 5), { exact: true }).waitFor();
      }

      await page.getByRole('link', { name: t.openWorkspace }).click();
      await page.getByRole('timer').waitFor();
      const submit = button(page, workspaceMessages[locale].submit);
      await submit.click();
      const sent = () => db.submission.findFirst({ where: { user: { mocks: { some: { id: mockId } } } } });
      await expect.poll(sent).not.toBeNull();
      await page.getByRole('link', { name: t.backToMock }).click();
      await page.getByRole('link', { name: t.backToWorkspace }).waitFor();
      await db.submission.updateMany({
        where: { user: { mocks: { some: { id: mockId } } } },
        data: { status: 'done', verdict: 'WA', score: 40, maxScore: 100, result: {} },
      });

      await button(page, t.finish).click();
      await button(page, t.finishEarly).click();
      await page.getByRole('heading', { name: t.report, exact: true }).waitFor();
      await page.getByText(t.score(40, 100)).first().waitFor();
      await page.getByText('as I would say it: 1 n p b').waitFor();
      await expectAccessible(page);

      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('banner').isVisible()).toBe(false);
      expect(await button(page, t.shareOn).isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });

      const log = await db.practiceEntry.findMany({ where: { user: { mocks: { some: { id: mockId } } } } });
      expect(log.map(({ kind, points: named }) => [kind, named])).toEqual([['question', [0]]]);

      await button(page, t.shareOn).click();
      const address = await page.getByLabel(t.shareLink).inputValue();
      await withPage(site.browser, view({ theme: 'dark', width: 390 }), async (strangers) => {
        await strangers.goto(address);
        await strangers.getByRole('heading', { name: t.shared }).waitFor();
        expect(await strangers.getByText('as I would say it').count()).toBe(0);
        expect(await button(strangers, t.shareOff).count()).toBe(0);
        await expectAccessible(strangers);
        await expectNoSidewaysScroll(strangers);
      });
      await button(page, t.shareOff).click();
      await button(page, t.shareOn).waitFor();
      expect((await fetch(address)).status).toBe(404);

      await page.goto(`/${locale}/mock`);
      const history = page.getByRole('region', { name: t.history });
      expect(await history.getByRole('listitem').count()).toBe(1);
    });
  });

  test('before and under way: readable by all, on a phone as well', async () => {
    await withPage(site.browser, view({ theme: 'dark', width: 390 }), async (page) => {
      await page.goto(`/${locale}/mock`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await begin(page);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await button(page, t.skip).click();
      await page.getByRole('heading', { name: t.kinds.check }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  });

  test('what is typed while the server is away is kept and sent when it is back', async () => {
    const expected = [/net::ERR_INTERNET_DISCONNECTED/, /\/api\/v1\/mocks/];
    await withPage(site.browser, view({ expected }), async (page, { context }) => {
      await begin(page);
      await context.setOffline(true);
      await page.getByLabel(t.notes).fill('typed in a tunnel');
      await page.getByText(t.trouble).waitFor();
      await context.setOffline(false);
      await page.getByText(t.trouble).waitFor({ state: 'detached' });
      const stored = await site.database.db.mockItem.findFirst({ where: { notes: 'typed in a tunnel' } });
      expect(stored?.place).toBe(0);
      await site.database.db.mockItem.updateMany({ data: { notes: '' } });
    });
  });
});

/** By its digit or in its field, whichever the check asks for. */
async function answerCheck(page: Page): Promise<void> {
  const field = page.locator('#answer');
  if ((await field.count()) > 0) {
    await field.fill('1');
    await page.keyboard.press('Escape');
    return;
  }
  await page.keyboard.press('1');
  await expect.poll(() => page.locator('fieldset input').first().isChecked()).toBe(true);
}
