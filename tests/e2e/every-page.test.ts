import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { questionMessages } from '#app/_messages/questions.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { locales } from '#app/_ui/languages.ts';
import { expectAccessible, expectNoSidewaysScroll, type OpenPage, openPage } from '#tests/harness/browser.ts';
import { openPractice, type Practice } from '#tests/harness/practice.ts';

let site: Practice;

beforeAll(async () => {
  site = await openPractice({ judge: false });
  return site.close;
});

const problems = readdirSync(join(import.meta.dirname, '../../content/problems'));
/** Each page is seen in either language, in either theme and at either width; pages.test.ts has all combinations of some. */
const views = { en: { theme: 'light', width: 1280 }, zh: { theme: 'dark', width: 390 } } as const;

/** Walks all paths; what is wrong is told of all, not of the first. */
async function walk(
  locale: (typeof locales)[number],
  paths: readonly string[],
  prepare: (open: OpenPage) => Promise<void>,
): Promise<string[]> {
  const open = await openPage(site.browser, { baseUrl: site.baseUrl, locale, ...views[locale] });
  const troubles: string[] = [];
  for (const path of paths) {
    try {
      await open.page.goto(`/${locale}${path}`);
      await prepare(open);
      await expectAccessible(open.page);
      await expectNoSidewaysScroll(open.page);
    } catch (trouble) {
      troubles.push(trouble instanceof Error ? trouble.message : String(trouble));
    }
  }
  await open.close();
  return troubles;
}

describe.each(locales)('in %s', (locale) => {
  test('anyone can use every question, with all of it open: WCAG 2.2 AA', async () => {
    const paths = (await getTaught()).map(({ slug }) => `/questions/${slug}`);
    const troubles = await walk(locale, paths, async ({ page }) => {
      await page.getByText(questionMessages[locale].reveal, { exact: true }).waitFor();
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      });
    });
    expect(paths.length).toBeGreaterThan(10);
    expect(troubles).toEqual([]);
  });

  test('anyone can use every problem’s workspace: WCAG 2.2 AA', async () => {
    const paths = problems.map((slug) => `/problems/${slug}`);
    const troubles = await walk(locale, paths, async ({ page }) => {
      await page.locator('.monaco-editor .view-line').first().waitFor();
    });
    expect(paths.length).toBeGreaterThan(5);
    expect(troubles).toEqual([]);
  });
});
