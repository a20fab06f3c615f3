import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { homeMessages } from '#app/_messages/home.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { getTaught } from '#app/_practice/taught.ts';
import type { QuestionTitle } from '#content/list-questions.ts';
import { publishAdding } from '#tests/harness/adding.ts';
import { expectAccessible, expectNoSidewaysScroll, withPage } from '#tests/harness/browser.ts';
import { beginPractice, hoursIntoDay, twoTimeZones } from '#tests/harness/practiser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;
let questions: QuestionTitle[];

beforeAll(async () => {
  questions = await getTaught();
  site = await openTestSite();
  await publishAdding(site.database.db);
  return site.close;
});

const zones = twoTimeZones();
const hourMs = 3_600_000;
const daysAgo = (count: number) => new Date(Date.now() - count * 24 * hourMs);

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = practiceMessages[locale];
  const view = () => ({ baseUrl: site.baseUrl, locale });
  const titleOf = (slug: string) => questions.find((one) => one.slug === slug)?.title[locale] ?? slug;
  const title = (page: Page) => page.getByRole('heading', { level: 1 });

  /** What the page says is to be done today; nothing where it says so. */
  async function counts(page: Page): Promise<{ review: number; fresh: number }> {
    await page.goto(`/${locale}/practice`);
    const nothing = page.getByRole('heading', { name: t.nothing });
    await nothing.or(page.getByRole('region', { name: t.today })).waitFor();
    if (await nothing.isVisible()) return { review: 0, fresh: 0 };
    const figure = async (label: string) =>
      Number(
        await page
          .getByRole('region', { name: t.today })
          .locator('dl > div')
          .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
          .locator('dd')
          .textContent(),
      );
    return { review: await figure(t.review), fresh: await figure(t.fresh) };
  }

  test('who practises is told on the start page what is due, and in the list what was practised', async () => {
    await withPage(site.browser, view(), async (page) => {
      const home = homeMessages[locale];
      const back = page.getByRole('region', { name: home.comeBack });
      const accounts = await site.database.db.user.count();
      await page.goto(`/${locale}`, { waitUntil: 'networkidle' });
      expect(await back.count()).toBe(0);
      expect(await site.database.db.user.count()).toBe(accounts);

      const me = await beginPractice(page, site);
      await me.choose({ newPerDay: 2, timeZone: zones[0] });
      const practised = questions.slice(0, 3);
      await me.seed(
        ...practised.map(({ slug }) => ({
          kind: 'question' as const,
          slug,
          grade: 3 as const,
          at: daysAgo(30),
        })),
      );
      await page.goto(`/${locale}`);
      await back.getByRole('link', { name: home.due({ review: 3, fresh: 2 }) }).waitFor();
      await back.getByRole('link', { name: home.suggestion }).waitFor();
      await expectAccessible(page);
      await page.goto(`/${locale}/questions?state=seen`);
      const rows = page.getByRole('main').getByRole('listitem');
      await expect.poll(() => rows.count()).toBe(practised.length);

      await me.gradeAll(3);
      await page.goto(`/${locale}`);
      await back.getByRole('link', { name: home.nothingDue }).waitFor();
    });
  });

  test.each(zones)(
    'a week in %s: each day says what is due, and nothing once it is done',
    async (timeZone) => {
      await withPage(site.browser, view(), async (page) => {
        const me = await beginPractice(page, site);
        await me.choose({ newPerDay: 2, timeZone });
        for (let day = 0; day < 7; day++) {
          // Two new ones a day, each good: back three days later, and then after two weeks.
          expect(await counts(page), `day ${day}`).toEqual({ review: day < 3 ? 0 : 2, fresh: 2 });
          await me.gradeAll(3);
          expect(await counts(page), `day ${day}, done`).toEqual({ review: 0, fresh: 0 });
          await me.sleep();
        }
        expect(await me.log()).toHaveLength(7 * 2 + 4 * 2);
      });
    },
  );

  test('what is due today in one time zone is due tomorrow in another', async () => {
    await withPage(site.browser, view(), async (page) => {
      const [earlier, later] = [...zones].sort((a, b) => hoursIntoDay(a) - hoursIntoDay(b));
      const me = await beginPractice(page, site);
      // Three days have begun since then where this one is young, and two where it is old.
      const hours = 48 + (hoursIntoDay(earlier ?? '') + hoursIntoDay(later ?? '')) / 2;
      const at = new Date(Date.now() - hours * hourMs);
      await me.seed({ kind: 'question', slug: 'overfitting', grade: 3, at });
      const due: Record<string, number> = {};
      for (const timeZone of zones) {
        await me.choose({ newPerDay: 0, timeZone });
        due[timeZone] = (await counts(page)).review;
      }
      expect(due).toEqual({ [earlier ?? '']: 1, [later ?? '']: 0 });
    });
  });

  test('what is forgotten again and again is marked, and every grade says when the card comes back', async () => {
    await withPage(site.browser, view(), async (page) => {
      const me = await beginPractice(page, site);
      await me.choose({ newPerDay: 0, timeZone: zones[0] });
      const grades = [3, 1, 1, 1, 1] as const;
      await me.seed(
        ...grades.map((grade, index) => ({
          kind: 'question' as const,
          slug: 'overfitting',
          grade,
          at: daysAgo(40 - 5 * index),
        })),
      );
      await page.goto(`/${locale}/practice`);
      const leeches = page.getByRole('region', { name: t.leeches });
      await leeches.getByRole('link', { name: titleOf('overfitting'), exact: true }).waitFor();
      await expectAccessible(page);

      const [card] = (await me.read()).queue;
      await page.goto(`/${locale}/practice/session`);
      await title(page)
        .filter({ hasText: titleOf('overfitting') })
        .waitFor();
      await page.getByText(t.leech, { exact: true }).waitFor();
      await page.getByRole('button', { name: t.reveal }).click();
      const bar = page.getByRole('group', { name: t.gradeIt });
      for (const grade of [1, 2, 3, 4] as const)
        await bar
          .getByRole('button', { name: t.grades[grade] })
          .getByText(t.days(card?.intervals[grade] ?? 0), { exact: true })
          .waitFor();
      // A better grade waits longer, and this says by how much.
      const intervals = [1, 2, 3, 4].map((grade) => card?.intervals[grade] ?? 0);
      expect([...intervals].sort((a, b) => a - b)).toEqual(intervals);
      expect(new Set(intervals).size).toBe(4);
    });
  });

  test('a solved problem comes back to be solved from a blank file, and can be given up', async () => {
    const w = workspaceMessages[locale];
    await withPage(site.browser, view(), async (page) => {
      const me = await beginPractice(page, site);
      await me.choose({ newPerDay: 0, timeZone: zones[0] });
      await me.seed({ kind: 'problem', slug: 'add', grade: 3, at: daysAgo(30) });
      const editor = page.locator('.monaco-editor .view-lines');
      await page.goto(`/${locale}/problems/add`);
      await page.evaluate(() =>
        localStorage.setItem(
          'whetstone.draft.add',
          JSON.stringify({ source: '// as I solved it once', savedAt: Date.now() }),
        ),
      );

      await page.goto(`/${locale}/practice/session`);
      await page.getByRole('heading', { name: t.solveAgain }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      // Only giving it up is said by hand.
      await page.keyboard.press('3');
      await page.getByRole('heading', { name: t.solveAgain }).waitFor();
      await page.getByRole('link', { name: t.openBlank }).click();
      await page.getByText(w.blankFile, { exact: true }).waitFor();
      await editor.waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(await editor.textContent()).not.toContain('solved');
      // Who loads the page again finds what they wrote since, and what was there before is not lost.
      await page.getByRole('button', { name: w.takeDraft }).click();
      await expect.poll(() => editor.textContent()).toMatch(/as.I.solved.it.once/);

      await page.goto(`/${locale}/practice/session`);
      await page.getByRole('heading', { name: t.solveAgain }).waitFor();
      await page.getByRole('button', { name: t.gaveUp }).click();
      await page.getByRole('heading', { name: t.finished }).waitFor();
      await expect.poll(me.log).toEqual(['add 3', 'add 1']);
      await page.getByRole('link', { name: t.back }).click();
      await page.getByRole('heading', { name: t.nothing }).waitFor();
    });
  });
});
