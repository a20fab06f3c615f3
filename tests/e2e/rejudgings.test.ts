import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountMessages } from '#app/_messages/accounts.ts';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { addUser } from '#app/_session/accounts.ts';
import type { Locale } from '#judge/verdict.ts';
import { mistaken, solutions } from '../harness/adding.ts';
import { expectAccessible, expectNoSidewaysScroll, withPage } from '../harness/browser.ts';
import { openTestRejudging, type TestRejudging } from '../harness/rejudging.ts';
import { openTestSite, type TestSite } from '../harness/site.ts';

let site: TestSite;
let set: TestRejudging;
let ownerId: string;
const password = 'a long password';

beforeAll(async () => {
  site = await openTestSite();
  set = await openTestRejudging(site.database);
  const { db } = site.database;
  const secret = 'x'.repeat(32);
  await addUser(db, { email: 'ines@example.org', role: 'instructor', password, secret });
  ownerId = (await addUser(db, { email: 'lea@example.org', role: 'learner', password, secret })).id;
  await set.startJudge();
});
afterAll(async () => {
  await set?.clear();
  await site?.close();
});

async function signIn(page: Page, locale: Locale, email: string): Promise<void> {
  const t = accountMessages[locale];
  // Ten times a minute is all that one address may.
  await site.database.db.rateLimit.deleteMany();
  await page.goto(`/${locale}/sign-in`);
  await page.getByLabel(t.email).fill(email);
  await page.getByLabel(t.password).fill(password);
  await page.getByRole('button', { name: t.signIn }).click();
  await page.waitForURL(`**/${locale}/problems`);
}

describe.each(['en', 'zh'] as const)('%s', (locale) => {
  const t = rejudgingMessages[locale];
  const codes = verdictMessages[locale].codes;
  const link = { name: shellMessages[locale].rejudgings, exact: true };

  test('an instructor chooses, sees what would change, applies, and its owner is told', async () => {
    const sources = [solutions.AC, solutions.WA];
    const [right = ''] = await set.judgedByMistake(sources, ownerId);
    // The account that nobody has is refused.
    const view = { baseUrl: site.baseUrl, locale, expected: [/400/] };
    await withPage(site.browser, view, async (page) => {
      await signIn(page, locale, 'ines@example.org');
      await page.getByRole('link', link).waitFor();
      await page.goto(`/${locale}/problems/add`);
      await page.getByRole('link', { name: t.judgeProblemAgain }).click();
      await page.getByLabel(t.version).selectOption(mistaken.version);
      await page.getByText(t.count(2)).waitFor();
      await page.getByLabel(codes.WA).check();
      await page.getByLabel(codes.AC, { exact: true }).check();
      await page.getByLabel(t.user, { exact: true }).fill('nobody@example.org');
      await page.getByText(t.count(0)).waitFor();
      await expectAccessible(page);
      await page.getByLabel(t.user, { exact: true }).fill('lea@example.org');
      await page.getByLabel(t.reason, { exact: true }).fill('1e9 + 1e9');
      await page.getByRole('button', { name: t.start(2) }).click();

      await page.waitForURL(`**/${locale}/rejudgings/*-*`);
      await page.getByText(t.allJudged).waitFor();
      const moved = page.getByRole('link', { name: `1: ${t.cell(codes.WA, codes.AC)}` });
      await moved.waitFor();
      expect(await page.getByText(t.testsChanged(1)).count()).toBe(2);
      await expectAccessible(page);
      await moved.click();
      await page.getByRole('heading', { name: t.cell(codes.WA, codes.AC) }).waitFor();
      expect(await page.getByText(t.points(40, 100)).count()).toBe(1);

      // By keyboard alone.
      await page.getByRole('button', { name: t.apply, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: t.applyNow(2, 0) }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(t.appliedText(2, 0, 0)).waitFor();
      await page.goto(`/${locale}/submissions/${right}`);
      await page.getByText(t.oldResult).click();
      await page.locator('[data-verdict="WA"]').waitFor();
      await expectAccessible(page);
      const again = page.getByRole('main').getByRole('link', { name: t.judgeAgain });
      expect(await again.getAttribute('href')).toContain(right);
    });

    await withPage(site.browser, { baseUrl: site.baseUrl, locale, width: 390 }, async (page) => {
      await signIn(page, locale, 'lea@example.org');
      expect(await page.getByRole('link', link).count()).toBe(0);
      await page.goto(`/${locale}/submissions/${right}`);
      await page.locator('[data-verdict="AC"]').waitFor();
      await page.getByText(t.formerPoints(40, 100)).waitFor();
      expect(await page.getByText(t.oldResult).count()).toBe(0);
      await expectNoSidewaysScroll(page);
    });
  });

  test('what an earlier version has judged says so, and leads who may to judging it by the one of now', async () => {
    const [old = ''] = await set.judgedByMistake([solutions.AC], ownerId);
    const path = `/${locale}/submissions/${old}`;
    const notice = workspaceMessages[locale].olderVersion;
    await withPage(site.browser, { baseUrl: site.baseUrl, locale }, async (page) => {
      await signIn(page, locale, 'ines@example.org');
      await page.goto(path);
      await page.getByText(notice).waitFor();
      const main = page.getByRole('main');
      expect(await main.getByRole('link', { name: t.judgeAgain, exact: true }).count()).toBe(0);
      await expectAccessible(page);
      await main.getByRole('link', { name: t.judgeByCurrent }).click();
      await page.waitForURL(`**/${locale}/rejudgings?submission=${old}`);
      await page.getByText(t.count(1)).waitFor();
      await page.getByLabel(t.reason, { exact: true }).fill('1e9 + 1e9');
      await page.getByRole('button', { name: t.start(1) }).click();
      await page.waitForURL(`**/${locale}/rejudgings/*-*`);
      await page.getByText(t.allJudged).waitFor();
      await page.getByRole('button', { name: t.apply, exact: true }).click();
      await page.getByRole('button', { name: t.applyNow(1, 0) }).click();
      await page.getByText(t.appliedText(1, 0, 0)).waitFor();
      // Judged by the version of now it has nothing more to say of it.
      await page.goto(path);
      await page.locator('[data-verdict="AC"]').waitFor();
      expect(await page.getByText(notice).count()).toBe(0);
    });

    const [older = ''] = await set.judgedByMistake([solutions.AC], ownerId);
    await withPage(site.browser, { baseUrl: site.baseUrl, locale, width: 390 }, async (page) => {
      await signIn(page, locale, 'lea@example.org');
      await page.goto(`/${locale}/submissions/${older}`);
      await page.getByText(notice).waitFor();
      expect(await page.getByRole('link', { name: t.judgeByCurrent }).count()).toBe(0);
      await expectNoSidewaysScroll(page);
    });
  });

  test('from when submissions were chosen is told by the reader’s own clock', async () => {
    await set.judgedByMistake([solutions.AC]);
    const since = '2026-01-30T16:00:00.000Z';
    const { id } = await set.create({ version: mistaken.version, since });
    const told = { en: '31 Jan 2026, 00:00', zh: '2026年1月31日 00:00' }[locale];
    const view = { baseUrl: site.baseUrl, locale, timeZone: 'Asia/Shanghai' };
    await withPage(site.browser, view, async (page) => {
      await signIn(page, locale, 'ines@example.org');
      await page.goto(`/${locale}/rejudgings/${id}`);
      await page.getByText(t.chosenBy.since(told)).waitFor();
    });
  });

  test('what has no usable result is named, and left out by the button that says so', async () => {
    const sources = [solutions.AC, solutions.WA];
    const [broken = '', other = ''] = await set.judgedByMistake(sources, ownerId);
    const { id } = await set.create({ problem: 'add', submissions: [broken, other] });
    await set.judged(id);
    // As where a judge had failed.
    await site.database.db.rejudgment.updateMany({
      where: { rejudgingId: id, submissionId: broken },
      data: { verdict: 'JE' },
    });
    await withPage(site.browser, { baseUrl: site.baseUrl, locale }, async (page) => {
      await signIn(page, locale, 'ines@example.org');
      await page.goto(`/${locale}/rejudgings/${id}`);
      await page.getByText(t.judgeErrors(1)).waitFor();
      // The problem is called by its name.
      await page.getByText(t.chosenBy.problem({ en: 'Add', zh: '加法' }[locale])).waitFor();
      expect(await page.getByRole('button', { name: t.apply, exact: true }).count()).toBe(0);
      await page.getByRole('button', { name: t.applyPart, exact: true }).click();
      await page.getByRole('dialog').getByText(t.leavesOut(1)).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: t.applyNow(1, 1) }).click();
      await page.getByText(t.appliedText(1, 0, 1)).waitFor();
    });
  });

  test('on a phone: the list, a set, and discarding it', async () => {
    await set.judgedByMistake([solutions.AC], ownerId);
    const { id } = await set.create({ version: mistaken.version });
    await set.judged(id);
    const view = { baseUrl: site.baseUrl, locale, width: 390, theme: 'dark' } as const;
    await withPage(site.browser, view, async (page) => {
      await signIn(page, locale, 'ines@example.org');
      await page.goto(`/${locale}/rejudgings`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('link', { name: 'a test wanted 0' }).first().click();
      await page.getByText(t.allJudged).waitFor();
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: t.discard, exact: true }).click();
      await page.getByRole('button', { name: t.discardNow }).click();
      await page.getByText(t.discardedText).waitFor();
      await expectAccessible(page);
      expect(await page.getByRole('button', { name: t.apply, exact: true }).count()).toBe(0);
    });
    // The next language starts anew.
    await site.database.db.submission.deleteMany();
  });
});
