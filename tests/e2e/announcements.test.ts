import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { mockMessages } from '#app/_messages/mock.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { locales } from '#app/_ui/languages.ts';
import { withPage } from '../harness/browser.ts';
import { openPractice, openWith, type Practice, packageSource } from '../harness/practice.ts';

let practice: Practice;

beforeAll(async () => {
  practice = await openPractice({ judge: false });
  return practice.close;
});

type Told = typeof globalThis & { told: string[] };

/** From now on notes what every live region of the page comes to say, as a screen reader would. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const regions = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]';
    new MutationObserver((changes) => {
      const changed = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(regions),
        ),
      );
      for (const region of changed) if (region?.textContent) told.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said so far that holds this verdict. */
async function toldOf(page: Page, word: string): Promise<string[]> {
  return (await page.evaluate(() => (globalThis as Told).told)).filter((text) => text.includes(word));
}

test('a verdict that comes while its page is open is told once', async () => {
  const t = workspaceMessages.en;
  await withPage(practice.browser, { baseUrl: practice.baseUrl }, async (page) => {
    const source = packageSource('param-count', 'accepted/shapes-in-bigint.ts');
    await openWith(page, '/en/problems/param-count', source);
    await page.getByRole('button', { name: t.submit, exact: true }).click();
    const { db } = practice.database;
    await expect.poll(() => db.submission.count()).toBe(1);
    const { id } = await db.submission.findFirstOrThrow();
    await page.goto(`/en/submissions/${id}`);
    await page.getByRole('progressbar').waitFor();
    await listen(page);
    await practice.startJudge();
    await page.locator('[data-verdict="AC"]').waitFor();
    await expect.poll(() => toldOf(page, verdictMessages.en.codes.AC)).toHaveLength(1);
  });
});

test.each(locales)('who listens is told the verdict, with the score, once (%s)', async (locale) => {
  const t = workspaceMessages[locale];
  await withPage(practice.browser, { baseUrl: practice.baseUrl, locale }, async (page) => {
    for (const [file, code] of [
      ['wrong_answer/forgets-biases.ts', 'WA'],
      ['accepted/shapes-in-bigint.ts', 'AC'],
    ] as const) {
      await openWith(page, `/${locale}/problems/param-count`, packageSource('param-count', file));
      await listen(page);
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      await page.locator(`[data-verdict="${code}"]`).waitFor();
      const word = verdictMessages[locale].codes[code];
      await expect.poll(() => toldOf(page, word)).toHaveLength(1);
      const [told = ''] = await toldOf(page, word);
      expect(told).toContain(code === 'AC' ? t.score(100, 100) : '100');
      // A language's own full stop.
      expect(told.includes('。')).toBe(locale === 'zh');
      expect(told.includes('.')).toBe(locale === 'en');
    }
  });
});

test.each(locales)(
  'who submits by the keyboard keeps the focus while it is judged and after (%s)',
  async (locale) => {
    const t = workspaceMessages[locale];
    const view = { baseUrl: practice.baseUrl, locale, serviceWorker: false };
    await withPage(practice.browser, view, async (page) => {
      const source = packageSource('param-count', 'wrong_answer/forgets-biases.ts');
      await openWith(page, `/${locale}/problems/param-count`, source);
      // Once it is sent the verdict may come before anybody has looked.
      const looked = Promise.withResolvers<void>();
      await page.route('**/api/v1/submissions', (route) => looked.promise.then(() => route.continue()));
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      await page.getByRole('button', { name: t.submit, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: t.submitting, exact: true }).waitFor();
      expect(await focused()).toBe(t.submitting);
      // Once is enough.
      await page.keyboard.press('Enter');
      looked.resolve();
      await page.locator('[data-verdict="WA"]').waitFor();
      expect(await focused()).toBe(t.submit);
      await page.getByRole('tab', { name: t.submissions }).click();
      const history = page.getByRole('list', { name: t.history });
      await history.waitFor();
      expect(await history.getByRole('listitem').count()).toBe(1);
    });
  },
);

test.each(locales)('a problem is solved by keyboard alone (%s)', async (locale) => {
  const t = workspaceMessages[locale];
  await withPage(practice.browser, { baseUrl: practice.baseUrl, locale }, async (page) => {
    await openWith(
      page,
      `/${locale}/problems/param-count`,
      packageSource('param-count', 'accepted/shapes-in-bigint.ts'),
    );
    await page.keyboard.press('Control+Quote');
    await page.getByText(t.allSamplesPass).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-verdict="AC"]').waitFor();
  });
});

const hasFocus = (place: Locator) => place.evaluate((element) => element.contains(document.activeElement));

test.each(locales)(
  'in an interview the focus goes along: to what is asked, to the answer, to the report (%s)',
  async (locale) => {
    const t = mockMessages[locale];
    await withPage(practice.browser, { baseUrl: practice.baseUrl, locale }, async (page) => {
      const act = async (name: string) => {
        await page.getByRole('button', { name }).last().focus();
        await page.keyboard.press('Enter');
      };
      const heading = (level: number, name?: string) =>
        page.getByRole('heading', { level, ...(name && { name, exact: true }) });
      await page.goto(`/${locale}/mock`, { waitUntil: 'networkidle' });
      await act(t.start);
      await page.waitForURL(/\/mock\/[0-9a-f-]{36}$/);
      await expect.poll(() => hasFocus(heading(1))).toBe(true);
      const asked = await heading(1).textContent();
      await act(t.reveal);
      await expect.poll(() => hasFocus(heading(2, t.short))).toBe(true);
      // An answer that was seen before leaves the focus at the question that one comes back to.
      await page.keyboard.press('n');
      await heading(1, t.kinds.check).waitFor();
      await page.keyboard.press('b');
      await heading(2, t.short).waitFor();
      await expect.poll(() => heading(1).textContent()).toBe(asked);
      await expect.poll(() => hasFocus(heading(1))).toBe(true);
      await act(t.finish);
      await page.getByRole('dialog').waitFor();
      await act(t.finishEarly);
      await heading(1, t.report).waitFor();
      await expect.poll(() => hasFocus(heading(1, t.report))).toBe(true);
    });
  },
);
