import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { practiceMessages } from '#app/_messages/practice.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { labelled } from '#app/_ui/labelled.ts';
import type { QuestionTitle } from '#content/list-questions.ts';
import {
  complaintsOffline,
  expectAccessible,
  expectNoSidewaysScroll,
  withPage,
} from '#tests/harness/browser.ts';
import { beginPractice, twoTimeZones } from '#tests/harness/practiser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;
let questions: QuestionTitle[];

beforeAll(async () => {
  questions = await getTaught();
  site = await openTestSite();
  return site.close;
});

// Where no day ends meanwhile.
const [timeZone] = twoTimeZones();

/** Leads to a session and waits until it hears keys: it asks for a card's text as soon as its script runs. */
async function begun(page: Page, lead: () => Promise<unknown>): Promise<void> {
  const asked = page.waitForRequest(/card\.json$/);
  await lead();
  await asked;
}

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = practiceMessages[locale];
  const view = (more: { theme?: 'dark'; width?: number } = {}) => ({
    baseUrl: site.baseUrl,
    locale,
    timeZone,
    ...more,
  });
  const titles = () => questions.slice(0, 5).map((question) => question.title[locale]);
  const title = (page: Page) => page.getByRole('heading', { level: 1 });

  test('a first session: think, reveal, tick, grade, undo, all by keyboard, and every grade arrives', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(`/${locale}`);
      await page.getByRole('link', { name: shellMessages[locale].practice, exact: true }).click();
      await begun(page, () => page.getByRole('link', { name: t.start, exact: true }).click());
      const [first = '', second = '', third = ''] = titles();
      await expect.poll(() => title(page).textContent()).toBe(first);

      // Keys type while one writes, and work again after Escape.
      await page.getByLabel(t.notes).fill('');
      await page.getByLabel(t.notes).pressSequentially('1 2 u b s?');
      await page.keyboard.press('Escape');
      expect(await title(page).textContent()).toBe(first);
      // Nothing can be graded before one has looked.
      await page.keyboard.press('3');
      expect(await title(page).textContent()).toBe(first);

      await page.keyboard.press('Space');
      await page.getByRole('heading', { name: t.short }).waitFor();
      const points = page.getByRole('region', { name: t.points }).getByRole('checkbox');
      const easy = page.getByRole('button', { name: new RegExp(t.grades[4]) });
      // Who does without the list is not told to fail.
      expect(await page.getByText(t.suggested).count()).toBe(0);
      for (const point of await points.all()) await point.check();
      await easy.getByText(t.suggested).waitFor();
      await page.reload();
      await easy.getByText(t.suggested).waitFor();

      await page.keyboard.press('4');
      await expect.poll(() => title(page).textContent()).toBe(second);
      await page.keyboard.press('u');
      await expect.poll(() => title(page).textContent()).toBe(first);
      // As it was: revealed, ticked, with the notes.
      await easy.getByText(t.suggested).waitFor();
      expect(await page.getByLabel(t.notes).inputValue()).toBe('1 2 u b s?');
      await page.keyboard.press('3');
      await expect.poll(() => title(page).textContent()).toBe(second);
      expect(await page.getByLabel(t.notes).inputValue()).toBe('');

      await page.keyboard.press('b');
      await expect.poll(() => title(page).textContent()).toBe(third);
      await page.getByRole('button', { name: t.suspend }).click();
      // For all to see: the card is gone, and “Undo” stands above it.
      expect(await page.getByText(t.said.suspended).isVisible()).toBe(true);
      for (const _ of titles().slice(3)) {
        await page.keyboard.press('Space');
        await page.getByRole('heading', { name: t.short }).waitFor();
        await page.keyboard.press('1');
      }
      await page.getByRole('heading', { name: t.finished }).waitFor();
      expect(await page.getByRole('button', { name: t.suspend }).count()).toBe(0);
      await page.getByRole('link', { name: t.back }).click();
      await page.getByRole('region', { name: t.aside }).waitFor();

      const user = await site.database.db.user.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
      const acts = async () => {
        const log = await site.database.db.practiceEntry.findMany({
          where: { userId: user.id },
          orderBy: { at: 'asc' },
        });
        return log.map(({ act, grade }) => (act === 'grade' ? grade : act));
      };
      await expect.poll(acts).toEqual([4, 'undo', 3, 'bury', 'suspend', 1, 1]);
      const cards = await site.database.db.practiceCard.findMany({
        where: { userId: user.id, reps: { gt: 0 } },
      });
      expect(cards.map(({ reps }) => reps)).toEqual([1, 1, 1]);

      await page.reload();
      const aside = page.getByRole('region', { name: t.aside });
      await expect.poll(() => aside.getByRole('listitem').count()).toBe(2);
      await page.getByRole('button', { name: labelled(locale, t.bringBack, third) }).click();
      await aside.getByText(third).waitFor({ state: 'detached' });
    });
  });

  test('from a question’s page one practises that question', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(`/${locale}/questions/transfer-learning`);
      await page.getByRole('link', { name: questionMessages[locale].practise }).click();
      const asked = questions.find(({ slug }) => slug === 'transfer-learning')?.title[locale];
      await expect.poll(() => title(page).textContent()).toBe(asked);
    });
  });

  test('what is done without a network arrives exactly once and in order, also where the reply to it is lost', async () => {
    const expected = [...complaintsOffline, /ERR_FAILED/];
    await withPage(site.browser, { ...view(), expected }, async (page, { context }) => {
      const me = await beginPractice(page, site);
      const sent: string[][] = [];
      await context.route('**/api/v1/practice/entries', async (route) => {
        const { entries } = route.request().postDataJSON() as { entries: { id: string }[] };
        sent.push(entries.map(({ id }) => id));
        if (sent.length > 1) return route.continue();
        // It reaches the server, and what that says is lost.
        await route.fetch();
        await route.abort();
      });
      await begun(page, () => page.goto(`/${locale}/practice/session`));
      await page.keyboard.press('Space');
      await page.getByRole('heading', { name: t.short }).waitFor();
      await context.setOffline(true);
      await page.keyboard.press('2');
      await page.keyboard.press('b');
      await page.keyboard.press('u');
      await page.getByText(t.unsent(3)).waitFor();
      expect(await me.log()).toEqual([]);

      await context.setOffline(false);
      // What was being tried when the network came back is tried again after ten seconds.
      await expect.poll(() => sent.length, { timeout: 30_000 }).toBe(1);
      const [first, second] = questions.map(({ slug }) => slug);
      const log = [`${first} 2`, `${second} bury`, `${second} undo`];
      await expect.poll(me.log).toEqual(log);
      // The browser can't know, and says so, until it has tried again.
      await page.getByText(t.unsent(3)).waitFor();
      await page.getByText(t.unsent(3)).waitFor({ state: 'detached' });
      expect(sent).toEqual([sent[0], sent[0]]);
      expect(await me.log()).toEqual(log);
      await page.goto(`/${locale}/practice`);
      await page.getByRole('link', { name: t.goOn, exact: true }).waitFor();
      expect(await me.log()).toEqual(log);
    });
  });

  test('an answer that has not come, or can not be had, can not be graded', async () => {
    const expected = [/ERR_FAILED/];
    await withPage(site.browser, { ...view(), expected, serviceWorker: false }, async (page) => {
      const me = await beginPractice(page, site);
      let answer: 'never' | 'fails' | 'comes' = 'never';
      const held: (() => Promise<void>)[] = [];
      await page.route('**/card.json', async (route) => {
        if (answer === 'comes') await route.continue();
        else if (answer === 'fails') await route.abort();
        else held.push(() => route.abort());
      });
      await begun(page, () => page.goto(`/${locale}/practice/session`));
      const [first = '', second = ''] = titles();
      await page.keyboard.press('Space');
      await page.getByRole('status').filter({ hasText: t.loading }).waitFor();
      await page.keyboard.press('3');
      await page.getByRole('status').filter({ hasText: t.loading }).waitFor();
      answer = 'fails';
      for (const end of held.splice(0)) await end();
      await page.getByText(t.unloaded).waitFor();
      await page.keyboard.press('3');
      await page.getByText(t.unloaded).waitFor();
      expect(await title(page).textContent()).toBe(first);
      answer = 'comes';
      await page.getByRole('button', { name: t.retry }).click();
      await page.getByRole('heading', { name: t.short }).waitFor();
      await page.keyboard.press('3');
      await expect.poll(() => title(page).textContent()).toBe(second);
      await expect.poll(me.log).toEqual([`${questions[0]?.slug} 3`]);
    });
  });

  test('limits, time zone and interview are kept, and a slip is told', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(`/${locale}/practice`);
      await page.getByText(t.settings, { exact: true }).click();
      await page.getByLabel(t.newPerDay).fill('two');
      await page.getByLabel(t.timeZone).fill('Mars/Olympus');
      await page.getByRole('button', { name: t.save }).click();
      await page.getByText(t.faults.newPerDay).waitFor();
      await page.getByText(t.faults.timeZone).waitFor();
      await page.getByLabel(t.newPerDay).fill('2');
      await page.getByLabel(t.timeZone).fill('Asia/Shanghai');
      await page.getByLabel(t.interviewOn).fill('2030-01-31');
      await page.getByRole('button', { name: t.save }).click();
      await page.getByText(t.saved).waitFor();
      await page.reload();
      await page.getByText(t.settings, { exact: true }).click();
      expect(await page.getByLabel(t.timeZone).inputValue()).toBe('Asia/Shanghai');
      expect(await page.getByLabel(t.interviewOn).inputValue()).toBe('2030-01-31');
      await expect
        .poll(() => page.getByRole('region', { name: t.queue }).getByRole('listitem').count())
        .toBe(2);
    });
  });

  test('anyone can use it: WCAG 2.2 AA in both themes, on a laptop and a phone, at every step', async () => {
    for (const more of [{}, { theme: 'dark', width: 390 } as const]) {
      await withPage(site.browser, view(more), async (page) => {
        const check = async () => {
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        };
        await page.goto(`/${locale}/practice`);
        await page.getByText(t.settings, { exact: true }).click();
        await check();
        await begun(page, () => page.goto(`/${locale}/practice/session`));
        await check();
        await page.keyboard.press('Space');
        await page.getByRole('heading', { name: t.short }).waitFor();
        await page.getByText(t.full, { exact: true }).click();
        await check();
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        await check();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        for (const _ of titles()) await page.keyboard.press('s');
        await page.getByRole('heading', { name: t.finished }).waitFor();
        await check();
        await page.getByRole('link', { name: t.back }).click();
        await page.getByRole('region', { name: t.aside }).waitFor();
        await check();
      });
    }
  });
});
