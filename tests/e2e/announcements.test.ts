import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
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
      expect((await toldOf(page, word))[0]).toContain(code === 'AC' ? t.score(100, 100) : '100');
    }
  });
});

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
