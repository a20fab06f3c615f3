import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findMessages } from '#app/_messages/find.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import { topicName } from '#app/_messages/topics.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { getQuestions } from '#app/[locale]/questions/questions.ts';
import { publishAdding } from '../harness/adding.ts';
import { answerCheck, answerRightly, findCheck } from '../harness/answer-check.ts';
import { complaintsOffline, expectAccessible, expectNoSidewaysScroll, withPage } from '../harness/browser.ts';
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

  type Choice = { topic?: string; level?: 'easy' | 'medium' | 'hard' };

  /** Begins one of twenty minutes. */
  async function begin(page: Page, { topic, level }: Choice = {}): Promise<void> {
    await page.goto(`/${locale}/practice`);
    await page.getByRole('link', { name: t.title }).click();
    await page.waitForURL(/\/mock$/);
    await page.waitForLoadState('networkidle');
    await page.getByRole('radio', { name: t.minutes(20), exact: true }).check();
    if (level) await page.getByRole('radio', { name: t.levels[level], exact: true }).check();
    if (topic) await page.getByRole('checkbox', { name: topicName(locale, topic), exact: true }).check();
    await heard(page, () => button(page, t.start).click());
  }
  /** What is left by the clock in sight, seconds. */
  async function secondsLeft(page: Page): Promise<number> {
    const text = (await page.getByRole('timer').textContent()) ?? '';
    const [minutes, seconds] = text.split(':').map(Number);
    return (minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN);
  }
  /**
   * Leads to an interview and waits until it hears keys: it asks for the clock as soon as its script runs. Also until that is
   * answered: what it then says of the network, or of signing out, is about what is done there.
   */
  async function heard(page: Page, lead: () => Promise<unknown>): Promise<void> {
    const answered = page.waitForResponse(
      (response) =>
        response.request().method() === 'GET' && /\/api\/v1\/mocks\/[0-9a-f-]{36}$/.test(response.url()),
    );
    await lead();
    await (await answered).finished();
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
      // As if it had begun five minutes earlier: a clock that began anew would show it.
      const { startedAt } = await db.mock.findUniqueOrThrow({ where: { id: mockId } });
      const earlier = new Date(startedAt.getTime() - 300_000);
      await db.mock.update({ where: { id: mockId }, data: { startedAt: earlier } });
      await db.mockEvent.updateMany({ where: { mockId, seq: 0 }, data: { at: earlier } });
      await heard(page, () => page.reload());
      await expect.poll(() => secondsLeft(page)).toBeLessThanOrEqual(15 * 60);
      const before = await secondsLeft(page);
      await heard(page, () => page.reload());
      await expect.poll(() => secondsLeft(page)).toBeLessThanOrEqual(before);
      expect(await secondsLeft(page)).toBeGreaterThan(10 * 60);
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
      await expectAccessible(page);
      const paused = await secondsLeft(page);
      await heard(page, () => page.reload());
      await page.getByRole('heading', { name: t.pausedTitle }).waitFor();
      expect(await secondsLeft(page)).toBe(paused);
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
      const summary = page.getByRole('region', { name: t.summary });
      await summary.getByText(new RegExp(t.pauses(1, '0:00').split('0:00')[0] ?? '')).waitFor();
      // The problem was not accepted, and that is about its topics.
      const topics = page.getByRole('region', { name: t.byTopic });
      await topics.getByRole('columnheader', { name: t.problemsColumn }).waitFor();
      const row = topics.getByRole('row').filter({ hasText: topicName(locale, 'arithmetic') });
      await row.getByRole('cell', { name: '0 / 1', exact: true }).waitFor();
      // A topic leads to its page, where it has one.
      await topics.locator(`a[href^="/${locale}/topics/"]`).first().waitFor();
      expect(await row.getByRole('link').count()).toBe(0);
      const next = page.getByRole('region', { name: t.nextTitle });
      await next.getByRole('listitem').filter({ hasText: t.reasons.unsolved }).waitFor();
      await next
        .getByRole('listitem')
        .filter({ hasText: first ?? '' })
        .first()
        .waitFor();
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

      await history.getByRole('link').click();
      await button(page, t.remove).click();
      await expectAccessible(page);
      await button(page, t.keepIt).last().click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await button(page, t.remove).click();
      await button(page, t.removeNow).click();
      await page.waitForURL(/\/mock$/);
      await page.getByText(t.historyEmpty).waitFor();
    });
  });

  test('topics and level are chosen, and what is asked keeps to them or says that it does not', async () => {
    await withPage(site.browser, view(), async (page) => {
      await begin(page, { topic: 'quantization', level: 'hard' });
      const { db } = site.database;
      const mock = await db.mock.findFirstOrThrow({
        orderBy: { startedAt: 'desc' },
        include: { items: { orderBy: { place: 'asc' } } },
      });
      expect([mock.topics, mock.level]).toEqual([['quantization'], 'hard']);
      const [first] = mock.items;
      const question = (await getQuestions()).find(({ slug }) => slug === first?.slug);
      expect([question?.topics.includes('quantization'), question?.difficulty, first?.beyond]).toEqual([
        true,
        'hard',
        null,
      ]);
      await expect.poll(() => title(page).textContent()).toBe(question?.text[locale].title);
      // The only problem there is, is about something else.
      await page.getByText(t.place(1, mock.items.length), { exact: true }).waitFor();
      for (let place = 1; place < mock.items.length; place++) {
        await page.keyboard.press('n');
        await page.getByText(t.place(place + 1, mock.items.length), { exact: true }).waitFor();
      }
      await page.getByText(t.beyond.topics, { exact: true }).waitFor();
    });
  });

  test('? lists the keys, of which none is heard meanwhile', async () => {
    await withPage(site.browser, view(), async (page) => {
      await begin(page);
      const keys = page.getByRole('dialog', { name: findMessages[locale].keys.title });
      await page.keyboard.press('?');
      await keys.getByText(t.keyList.pause, { exact: true }).waitFor();
      // The focus comes a frame later.
      await expect.poll(() => keys.evaluate((list) => list.contains(document.activeElement))).toBe(true);
      await expectAccessible(page);
      await page.keyboard.press('p');
      await page.keyboard.press('n');
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      expect(await page.getByRole('heading', { name: t.pausedTitle }).count()).toBe(0);
      await page.getByText(t.place(1, 5), { exact: true }).waitFor();
      await page.keyboard.press('p');
      await page.getByRole('heading', { name: t.pausedTitle }).waitFor();
    });
  });

  test.each(['order', 'match', 'quantity', 'generated'] as const)(
    'a check of the kind %s is answered, and told about in the report alone',
    async (kind) => {
      await withPage(site.browser, view(), async (page) => {
        await begin(page);
        const { db } = site.database;
        const mock = await db.mock.findFirstOrThrow({ orderBy: { startedAt: 'desc' } });
        const found = await findCheck(kind);
        await db.mockItem.update({
          where: { mockId_place: { mockId: mock.id, place: 1 } },
          data: { slug: found.slug, checkId: found.check.id },
        });
        await heard(page, () => page.reload());
        await page.keyboard.press('n');
        await page.getByRole('heading', { name: t.kinds.check }).waitFor();
        await answerRightly(page, found, { locale, mockId: mock.id });
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        const item = () => db.mockItem.findUnique({ where: { mockId_place: { mockId: mock.id, place: 1 } } });
        await expect.poll(async () => (await item())?.answer ?? null).not.toBeNull();
        expect(await page.getByText(t.marks.right, { exact: true }).count()).toBe(0);
        await heard(page, () => page.reload());
        await button(page, t.finish).click();
        await button(page, t.finishEarly).click();
        await page.getByRole('heading', { name: t.report, exact: true }).waitFor();
        const report = page.getByRole('article').nth(1);
        await report.getByText(t.marks.right, { exact: true }).waitFor();
        await expectAccessible(page);
      });
    },
  );

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
    const expected = [...complaintsOffline, /\/api\/v1\/mocks/, /\/card\.json/];
    await withPage(site.browser, view({ expected }), async (page, { context }) => {
      await begin(page);
      await context.setOffline(true);
      await page.getByLabel(t.notes).fill('typed in a tunnel');
      await page.getByText(t.trouble.later).waitFor();
      await context.setOffline(false);
      await page.getByText(t.trouble.later).waitFor({ state: 'detached' });
      const stored = await site.database.db.mockItem.findFirst({ where: { notes: 'typed in a tunnel' } });
      expect(stored?.place).toBe(0);
      await site.database.db.mockItem.updateMany({ data: { notes: '' } });
    });
  });

  test('notes typed while the server is away are in the report, also where the interview has ended meanwhile', async () => {
    const expected = [...complaintsOffline, /\/api\/v1\/mocks/, /\/card\.json/];
    await withPage(site.browser, view({ expected }), async (page, { context }) => {
      await begin(page);
      await context.setOffline(true);
      await page.getByLabel(t.notes).fill('typed until the end');
      await button(page, t.reveal).click();
      await page.getByText(t.trouble.later).waitFor();
      const { db } = site.database;
      const { id } = await db.mock.findFirstOrThrow({ orderBy: { startedAt: 'desc' } });
      const earlier = new Date(Date.now() - 2 * 3_600_000);
      await db.mock.update({ where: { id }, data: { startedAt: earlier } });
      await db.mockEvent.updateMany({ where: { mockId: id, seq: 0 }, data: { at: earlier } });
      await context.setOffline(false);
      await page.getByRole('heading', { name: t.report, exact: true }).waitFor();
      await page.getByText('typed until the end').waitFor();
      const item = await db.mockItem.findUniqueOrThrow({ where: { mockId_place: { mockId: id, place: 0 } } });
      expect(item.revealedAt).toBeNull();
    });
  });

  test('what is typed after signing out in another tab waits, is said to, and goes once signed in again', async () => {
    await withPage(site.browser, view({ expected: [/401/] }), async (page, { context }) => {
      await begin(page);
      const cookies = await context.cookies();
      await context.clearCookies();
      await page.getByLabel(t.notes).fill('typed signed out');
      await page.getByText(t.trouble['signed-out']).waitFor();
      await context.addCookies(cookies);
      await page.getByText(t.trouble['signed-out']).waitFor({ state: 'detached' });
      const stored = () => site.database.db.mockItem.count({ where: { notes: 'typed signed out' } });
      await expect.poll(stored).toBe(1);
      await site.database.db.mockItem.updateMany({ data: { notes: '' } });
    });
  });
});
