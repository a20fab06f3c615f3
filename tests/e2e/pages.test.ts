import { beforeAll, describe, expect, test } from 'vitest';
import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { expectAccessible, expectNoSidewaysScroll, withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

/** All of them are seen by every-page.test.ts, in one view. The second has checks of every kind there is. */
const questions = ['overfitting', 'kv-cache-and-its-compression'].map((slug) => `/questions/${slug}`);
const paths = ['', '/questions', ...questions, '/about', '/sign-in', '/sign-up', '/not-found'];

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  test.each(paths)(
    'anyone can use /%s: WCAG 2.2 AA in both themes, on a laptop and a phone',
    async (path) => {
      for (const [theme, width] of [
        ['light', 1280],
        ['dark', 390],
      ] as const) {
        await withPage(site.browser, { baseUrl: site.baseUrl, locale, theme, width }, async (page) => {
          await page.goto(`/${locale}${path}`);
          const reveal = page.getByText(questionMessages[locale].reveal, { exact: true });
          if ((await reveal.count()) > 0) await reveal.click();
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    },
  );

  test('the header fits a tablet and a laptop at 200 %, for an instructor too', async () => {
    for (const width of [640, 768, 820, 1024]) {
      await withPage(site.browser, { baseUrl: site.baseUrl, locale, width }, async (page) => {
        await page.addInitScript(() => localStorage.setItem('whetstone.teaches', '1'));
        await page.goto(`/${locale}/about`);
        const nav = page.getByRole('navigation', { name: shellMessages[locale].mainNavigation });
        await nav.getByRole('link', { name: shellMessages[locale].rejudgings }).waitFor();
        await expectNoSidewaysScroll(page);
      });
    }
  });

  test.each([
    ['questions', '/topics'],
    ['questions', '/tracks/two-weeks'],
    ['practice', '/mock'],
  ] as const)('the navigation marks %s on %s', async (section, path) => {
    await withPage(site.browser, { baseUrl: site.baseUrl, locale }, async (page) => {
      await page.goto(`/${locale}${path}`);
      const t = shellMessages[locale];
      const here = page.getByRole('navigation', { name: t.mainNavigation }).locator('[aria-current]');
      expect(await here.allTextContents()).toEqual([t[section]]);
    });
  });

  test('no link of the reading pages is dead', async () => {
    await withPage(site.browser, { baseUrl: site.baseUrl, locale }, async (page) => {
      const addresses = new Set<string>();
      for (const path of paths) {
        await page.goto(`/${locale}${path}`);
        const found = await page
          .locator('a[href^="/"]')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        for (const address of found) addresses.add(address);
      }
      const dead: string[] = [];
      for (const address of addresses) {
        const { status } = await fetch(new URL(address, site.baseUrl));
        // Problems are in the database, which is empty here: problem-links.test.ts follows those.
        if (status !== 200 && !/^\/(en|zh)\/problems\/./.test(address)) dead.push(`${status} ${address}`);
      }
      expect(addresses.size).toBeGreaterThan(8);
      expect(dead).toEqual([]);
    });
  });
});
