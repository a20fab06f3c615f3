/** Answers a question's checks as a reader does: wrongly first, then rightly, and finds what is said each time. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { checkMessages } from '#app/_messages/checks.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { type GeneratedVariant, loadGenerator } from '#content/generated.ts';
import type { Check } from '#content/question.ts';
import type { Locale } from '#judge/verdict.ts';

type Of<K extends Check['kind']> = Extract<Check, { kind: K }>;

/** `card` is the list item that shows the check. */
export async function answerCheck(card: Locator, check: Check, locale: Locale): Promise<void> {
  switch (check.kind) {
    case 'choice':
      return answerChoice(card, check, locale);
    case 'number':
      return answerField(
        card,
        { wrong: String(check.answer + check.tolerance * 2 + 1), right: String(check.answer) },
        locale,
      );
    case 'quantity':
      return answerField(
        card,
        {
          wrong: check.answer.replace(/^[\d.]+/, (number) => String(Number(number) * 3)),
          right: check.answer,
        },
        locale,
      );
    case 'generated': {
      const { answer, unit } = await shownVariant(card, check, locale);
      return answerField(card, { wrong: `${answer * 1.3} ${unit}`, right: `${answer} ${unit}` }, locale);
    }
    case 'order':
      return answerOrder(card, check, locale);
    case 'match':
      return answerMatch(card, check, locale);
  }
}

/** The exercise whose number the card shows. */
export async function shownVariant(
  card: Locator,
  check: Of<'generated'>,
  locale: Locale,
): Promise<GeneratedVariant> {
  const link = card.getByTitle(checkMessages[locale].variantHint);
  const seed = Number(/\.(\d+)#/.exec((await link.getAttribute('href')) ?? '')?.[1]);
  const variant = (await loadGenerator(check.generator))(seed);
  await card.getByText(variant[locale].prompt, { exact: true }).waitFor();
  return variant;
}

async function answerField(card: Locator, answers: { wrong: string; right: string }, locale: Locale) {
  const t = questionMessages[locale];
  const submit = card.getByRole('button', { name: t.check });
  await card.getByRole('textbox').fill(answers.wrong);
  await submit.click();
  await card.getByText(t.wrong, { exact: true }).waitFor();
  await card.getByRole('textbox').fill(answers.right);
  await submit.click();
  await card.getByText(t.right, { exact: true }).waitFor();
}

async function answerChoice(card: Locator, check: Of<'choice'>, locale: Locale) {
  const t = questionMessages[locale];
  const submit = card.getByRole('button', { name: t.check });
  const options = card.getByRole(check.multiple ? 'checkbox' : 'radio');
  await submit.click();
  await card.getByText(t.chooseFirst).waitFor();
  await options.nth(check.options.findIndex(({ correct }) => !correct)).check();
  await submit.click();
  await card.getByText(t.notAllRight).waitFor();
  const all = check.options.filter(({ correct }) => correct).length;
  if (check.multiple) await card.getByText(t.partly(0, all, 1)).waitFor();
  for (const [index, { correct }] of check.options.entries()) {
    if (correct) await options.nth(index).check();
    else if (check.multiple) await options.nth(index).uncheck();
  }
  await submit.click();
  await card.getByText(t.allRight).waitFor();
  // Every option tells why, the right ones too.
  const told = card.getByText(new RegExp(`^[✓✗] (${t.rightOption}|${t.wrongOption})$`));
  expect(await told.count()).toBe(check.options.length);
}

async function answerOrder(card: Locator, check: Of<'order'>, locale: Locale) {
  const t = checkMessages[locale];
  const submit = card.getByRole('button', { name: questionMessages[locale].check });
  await submit.click();
  await card.getByText(new RegExp(t.outOfOrder(0, 0, 0).split(/[:：]/)[0] ?? '')).waitFor();
  const rows = card.locator('ol > li');
  for (const [place, step] of check.steps.entries()) {
    const texts = await rows.allInnerTexts();
    const from = texts.findIndex((text) => text.includes(step.text));
    for (let i = from; i > place; i--) await rows.nth(i).getByRole('button', { name: t.moveUp }).click();
  }
  await submit.click();
  await card.getByText(t.inOrder).waitFor();
  expect(await card.getByText(`✓ ${t.rightPlace}`).count()).toBe(check.steps.length);
}

async function answerMatch(card: Locator, check: Of<'match'>, locale: Locale) {
  const t = checkMessages[locale];
  const submit = card.getByRole('button', { name: questionMessages[locale].check });
  const rows = card.getByRole('combobox');
  await submit.click();
  await card.getByText(t.chooseEach).waitFor();
  const [first] = check.pairs;
  for (const row of await rows.all()) await row.selectOption(first?.right ?? '');
  await submit.click();
  const right = check.pairs.filter((pair) => pair.right === first?.right).length;
  await card.getByText(t.someMatch(right, check.pairs.length)).waitFor();
  for (const [index, pair] of check.pairs.entries()) await rows.nth(index).selectOption(pair.right);
  await submit.click();
  await card.getByText(t.allMatch).waitFor();
  expect(await card.getByText(`✓ ${t.rightPair}`).count()).toBe(check.pairs.length);
}
