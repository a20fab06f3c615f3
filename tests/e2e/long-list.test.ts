import { beforeAll, expect, test } from 'vitest';
import { rowsAtOnce } from '#app/_find/growing-list.client.tsx';
import { findMessages } from '#app/_messages/find.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

test.each(['en', 'zh'] as const)(
  '%s: two letters that changed places find what was meant, and it is said, in the list and the palette',
  async (locale) => {
    const t = findMessages[locale];
    const wanted = 'kv-cache-and-its-compression';
    await withPage(site.browser, { baseUrl: site.baseUrl, locale }, async (page) => {
      await page.goto(`/${locale}/questions?q=kv+cahce`);
      await page.getByText(t.instead('kv cahce', 'kv cache')).waitFor();
      await page.getByRole('main').locator(`a[href$="${wanted}"]`).first().waitFor();
      await page.getByRole('button', { name: t.open, exact: true }).click();
      const palette = page.getByRole('dialog');
      await page.getByRole('combobox', { name: t.title }).fill('kv cahce');
      await palette.getByText(t.instead('kv cahce', 'kv cache')).first().waitFor();
      await palette.locator(`[role=option][id$="question-${wanted}"]`).waitFor();
    });
  },
);

test.each(['en', 'zh'] as const)(
  '%s: a list of two thousand questions renders some, takes what is typed, and grows as it is scrolled',
  async (locale) => {
    const words = questionMessages[locale];
    await withPage(site.browser, { baseUrl: site.baseUrl, locale, serviceWorker: false }, async (page) => {
      await page.route(`**/${locale}/questions`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: withManyQuestions(await response.text(), { locale, count: 2000 }),
        });
      });
      await page.goto(`/${locale}/questions`);
      const rows = page.getByRole('main').getByRole('listitem');
      await page.getByText(words.count(2000, 2000), { exact: true }).waitFor();
      const first = await rows.count();
      expect(first).toBeLessThanOrEqual(2 * rowsAtOnce);
      await rows.last().scrollIntoViewIfNeeded();
      await expect.poll(() => rows.count()).toBeGreaterThan(first);
      expect(await rows.count()).toBeLessThanOrEqual(4 * rowsAtOnce);

      await page.getByLabel(findMessages[locale].filters.difficulty, { exact: true }).selectOption('hard');
      await page.getByText(words.count(1000, 2000), { exact: true }).waitFor();
      await expect.poll(() => rows.count()).toBeLessThanOrEqual(2 * rowsAtOnce);
      const field = page.getByRole('searchbox');
      await field.pressSequentially('1999');
      expect(await field.inputValue()).toBe('1999');
      // The index knows nothing of these; their titles are not searched beside it.
      await page.waitForURL((url) => url.searchParams.get('q') === '1999');
      await page.getByText(words.count(0, 2000), { exact: true }).waitFor();
      await field.fill('');
      await page.getByText(words.count(1000, 2000), { exact: true }).waitFor();
    });
  },
);

/** The page as it would be with so many questions: what an island shows stands in its place. */
function withManyQuestions(html: string, { locale, count }: { locale: string; count: number }): string {
  const topics = [{ id: 'pruning', name: 'Pruning' }];
  const items = Array.from({ length: count }, (_, index) => ({
    slug: `q${index}`,
    title: `Question ${index}`,
    words: `Question ${index}`,
    difficulty: index % 2 === 0 ? 'easy' : 'hard',
    topics,
    checkIds: [],
  }));
  const props = JSON.stringify({ locale, items, topics }).replaceAll('"', '&quot;');
  const [before = '', after = ''] = html.split('data-island="QuestionList" data-props="');
  return `${before}data-island="QuestionList" data-props="${props}${after.slice(after.indexOf('"'))}`;
}
