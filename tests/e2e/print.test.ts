import { beforeAll, expect, test } from 'vitest';
import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { locales } from '#app/_ui/languages.ts';
import { expectNoSidewaysScroll, withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

test.each(locales)(
  'a printed question lies open, on white, without the screen around it (%s)',
  async (locale) => {
    const t = questionMessages[locale];
    await withPage(
      site.browser,
      { baseUrl: site.baseUrl, locale, theme: 'dark', width: 720 },
      async (page) => {
        await page.goto(`/${locale}/questions/overfitting`);
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const seen = (text: string) => page.getByText(text, { exact: true }).first().isVisible();
        for (const text of [t.short, t.full, t.followUps, t.checks, t.sources])
          expect(await seen(text), text).toBe(true);
        for (const text of [t.reveal, t.conceal, t.think, t.check, shellMessages[locale].practice])
          expect(await seen(text), text).toBe(false);
        // The answers to follow-ups are there, though nobody opened them, and so is what each option is about.
        const answers = page.locator('details details .prose').filter({ hasText: /\S{2}/ });
        expect(await answers.count()).toBeGreaterThan(0);
        for (const answer of await answers.all()) expect(await answer.isVisible()).toBe(true);
        expect(
          await page
            .getByText(new RegExp(`^✓ ${t.rightOption}$`))
            .first()
            .isVisible(),
        ).toBe(true);
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        expect(paper).toBe('rgb(255, 255, 255)');
        await expectNoSidewaysScroll(page);
      },
    );
  },
);
