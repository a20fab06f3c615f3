import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { questionMessages } from '#app/_messages/questions.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { expectAccessible, expectNoSidewaysScroll, withPage } from '#tests/harness/browser.ts';
import { openPractice, type Practice, turnToEditor } from '#tests/harness/practice.ts';

let site: Practice;

beforeAll(async () => {
  site = await openPractice({ judge: false });
  return site.close;
});

/** Each page is seen in one of them in turn; pages.test.ts has some pages in both of either language. */
const views = [
  { locale: 'en', theme: 'light', width: 1280 },
  { locale: 'zh', theme: 'dark', width: 390 },
] as const;
const inTurn = (slugs: string[]) =>
  slugs.map((slug, index) => ({ slug, view: views[index % views.length] ?? views[0] }));

const questions = (await getTaught()).map(({ slug }) => slug);
const problems = readdirSync(join(import.meta.dirname, '../../content/problems'));

test('there are pages to be looked at', () => {
  expect(questions.length).toBeGreaterThan(10);
  expect(problems.length).toBeGreaterThan(5);
});

test.each(inTurn(questions))(
  'anyone can use the question $slug, with all of it open: WCAG 2.2 AA',
  async ({ slug, view }) => {
    await withPage(site.browser, { baseUrl: site.baseUrl, ...view }, async (page) => {
      await page.goto(`/${view.locale}/questions/${slug}`);
      await page.getByText(questionMessages[view.locale].reveal, { exact: true }).waitFor();
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  },
);

test.each(inTurn(problems))('anyone can use the workspace of $slug: WCAG 2.2 AA', async ({ slug, view }) => {
  await withPage(site.browser, { baseUrl: site.baseUrl, ...view }, async (page) => {
    await page.goto(`/${view.locale}/problems/${slug}`);
    await turnToEditor(page);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});
