/** Checks of a mock interview, found and answered in a browser. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fixNumbers } from '#app/_mock/fix-numbers.ts';
import { getQuestions } from '#app/[locale]/questions/questions.ts';
import { shownSteps } from '#app/[locale]/questions/shown-places.ts';
import type { Check } from '#content/question.ts';

/** Some answer, by keys where the kind of the check has any. */
export async function answerCheck(page: Page): Promise<void> {
  if ((await page.locator('#answer').count()) > 0) {
    await page.locator('#answer').fill('1');
    await page.keyboard.press('Escape');
  } else if ((await page.locator('fieldset select').count()) > 0) {
    await page.locator('fieldset select').first().selectOption({ index: 1 });
    await page.keyboard.press('Escape');
  } else if ((await page.locator('fieldset input').count()) > 0) {
    await page.keyboard.press('1');
    await expect.poll(() => page.locator('fieldset input').first().isChecked()).toBe(true);
  }
}

type FoundCheck = { slug: string; check: Check; text: Record<'en' | 'zh', Check | undefined> };

/** The first check of a kind that some question has. */
export async function findCheck(kind: Check['kind']): Promise<FoundCheck> {
  for (const { slug, text } of await getQuestions()) {
    const check = text.en.checks.find((one) => one.kind === kind);
    if (check)
      return { slug, check, text: { en: check, zh: text.zh.checks.find(({ id }) => id === check.id) } };
  }
  throw new Error(`no question has a check of the kind ${kind}`);
}

/** As somebody would who knows the answer: by what the page shows. */
export async function answerRightly(
  page: Page,
  { text }: FoundCheck,
  { locale, mockId }: { locale: 'en' | 'zh'; mockId: string },
): Promise<void> {
  const own = text[locale];
  if (!own) throw new Error('a check is in both languages');
  const check = await fixNumbers(own, { locale, mockId, place: 1 });
  switch (check.kind) {
    case 'quantity':
      await page.locator('#answer').fill(check.answer);
      return;
    case 'match':
      for (const [index, { right }] of check.pairs.entries())
        await page.locator('fieldset select').nth(index).selectOption({ label: right });
      return;
    case 'order': {
      // Each is moved up to its place, the first of them first.
      const shown = shownSteps(check);
      for (let place = 0; place < shown.length; place++)
        for (let at = shown.indexOf(place); at > place; at--) {
          const row = page.locator('ol[aria-labelledby=prompt] > li').nth(at);
          await row.getByRole('button').first().click();
          shown.splice(at - 1, 2, shown[at] ?? 0, shown[at - 1] ?? 0);
        }
      return;
    }
    default:
      throw new Error(`nobody answers a ${check.kind} here`);
  }
}
