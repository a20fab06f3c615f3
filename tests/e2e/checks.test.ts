import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkMessages } from '#app/_messages/checks.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { loadGenerator } from '#content/generated.ts';
import type { Check, Question } from '#content/question.ts';
import { readQuestions } from '#content/read-question.ts';
import { answerCheck, shownVariant } from '#tests/harness/answer-checks.ts';
import { expectAccessible, expectNoSidewaysScroll, withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

/** Has checks of every kind. */
const slug = 'kv-cache-and-its-compression';
type Of<K extends Check['kind']> = Extract<Check, { kind: K }>;

let site: TestSite;
let questions: Question[];

beforeAll(async () => {
  questions = await readQuestions(join(import.meta.dirname, '../../content'));
  site = await openTestSite();
  return site.close;
});

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = checkMessages[locale];
  const q = questionMessages[locale];
  const address = `/${locale}/questions/${slug}`;
  const phone = () => ({ baseUrl: site.baseUrl, locale, width: 390 });
  const checks = () => questions.find((one) => one.slug === slug)?.text[locale].checks ?? [];
  const find = <K extends Check['kind']>(kind: K): Of<K> => {
    const check = checks().find((one): one is Of<K> => one.kind === kind);
    if (check === undefined) throw new Error(`${slug} has no check of kind ${kind}`);
    return check;
  };
  const cardOf = (page: Page, check: Check) => page.locator(`#check-${check.id}`);
  const submit = (card: Locator) => card.getByRole('button', { name: q.check });

  test('a page with all kinds is answered on a phone, is accessible with the feedback shown, and counts as done', async () => {
    expect(new Set(checks().map(({ kind }) => kind)).size).toBe(6);
    await withPage(site.browser, { ...phone(), theme: 'dark' }, async (page) => {
      await page.goto(address);
      for (const check of checks()) await answerCheck(cardOf(page, check), check, locale);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto(`/${locale}/questions?state=done`);
      await page.locator(`main a[href="${address}"]`).waitFor();
    });
  });

  test('steps are put into order by arrow keys alone, and where one went is said', async () => {
    await withPage(site.browser, phone(), async (page) => {
      await page.goto(address);
      const check = find('order');
      const card = cardOf(page, check);
      const rows = card.locator('ol > li');
      const up = rows.getByRole('button', { name: t.moveUp });
      await tabTo(page, up.first());
      for (const [place, step] of check.steps.entries()) {
        const from = (await rows.allInnerTexts()).findIndex((text) => text.includes(step.text));
        await tabTo(page, up.nth(from));
        for (let at = from; at > place; at--) {
          await page.keyboard.press('ArrowUp');
          await card.getByText(t.place(at, check.steps.length)).waitFor();
          // The keys stay with the step that moves.
          expect(await focusedText(page)).toContain(step.text);
        }
      }
      await tabTo(page, submit(card));
      await page.keyboard.press('Enter');
      await card.getByText(t.inOrder).waitFor();
    });
  });

  test('pairs are matched by keys alone', async () => {
    await withPage(site.browser, phone(), async (page) => {
      await page.goto(address);
      const check = find('match');
      const card = cardOf(page, check);
      const rows = card.getByRole('combobox');
      for (const [index, pair] of check.pairs.entries()) {
        const row = rows.nth(index);
        await tabTo(page, row);
        const options = await row.locator('option').allInnerTexts();
        for (let i = options.indexOf(pair.right); i > 0; i--) await page.keyboard.press('ArrowDown');
        await expect.poll(() => row.inputValue()).toBe(pair.right);
      }
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await card.getByText(t.allMatch).waitFor();
    });
  });

  test('an amount is typed with its unit, and what is wrong with either is said', async () => {
    await withPage(site.browser, phone(), async (page) => {
      await page.goto(address);
      const card = cardOf(page, find('quantity'));
      await tabTo(page, card.getByRole('textbox'));
      const type = async (text: string, said: string) => {
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
        await card.getByText(said).first().waitFor();
      };
      await type('1', t.noUnit(['B', 'GB', 'GiB']));
      await type('1 GB', t.wrongUnit('GB', 'GiB'));
      await type('1 GB', t.binary);
      await type('3 GiB', t.tooLarge);
      await type('1 ms', t.otherDimension('ms', ['B', 'GB', 'GiB']));
      await type('１，０２４ ＭｉＢ', q.right);
      await type('10.74 亿字节', q.right);
    });
  });

  test('a number is taken with a comma as its decimal mark, and what is none is told as such', async () => {
    await withPage(site.browser, phone(), async (page) => {
      await page.goto(address);
      const check = find('number');
      const card = cardOf(page, check);
      const field = card.getByRole('textbox');
      await tabTo(page, field);
      await page.keyboard.type('1.2.3');
      await page.keyboard.press('Enter');
      await card.getByText(q.noNumber('1.2.3')).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.press('ControlOrMeta+A');
      // As a keypad without a dot has it.
      await page.keyboard.type(
        Number.isInteger(check.answer) ? `${check.answer},0` : `${check.answer}`.replace('.', ','),
      );
      await page.keyboard.press('Enter');
      await card.getByText(q.right, { exact: true }).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('false');
    });
  });

  test('numbers are drawn afresh, a wrong one is come back to, and its address brings it again', async () => {
    await withPage(site.browser, phone(), async (page) => {
      await page.goto(address);
      const check = find('generated');
      const card = cardOf(page, check);
      const first = await shownVariant(card, check, locale);
      await tabTo(page, card.getByRole('textbox'));
      // A known mistake is called by its name.
      const [slip] = first.slips;
      await page.keyboard.type(`${slip?.answer} B`);
      await page.keyboard.press('Enter');
      await card.getByText(slip?.[locale] ?? '').waitFor();
      await tabTo(page, card.getByRole('button', { name: t.another }));
      await page.keyboard.press('Enter');
      await card.getByText(first[locale].prompt, { exact: true }).waitFor({ state: 'detached' });
      const second = await shownVariant(card, check, locale);
      // One types on where one is, hearing the new numbers as the field's description.
      await page.keyboard.type(`${second.answer / 1e9} GB`);
      await page.keyboard.press('Enter');
      await card.getByText(q.right, { exact: true }).waitFor();
      await card.getByText(second[locale].solution[0] ?? '').waitFor();
      await card.getByRole('button', { name: t.backTo(0).replace(/ ?0.*/, '') }).click();
      await card.getByText(first[locale].prompt, { exact: true }).waitFor();
      await page.goto(`${address}?numbers=${check.id}.4821`);
      const again = (await loadGenerator(check.generator))(4821)[locale].prompt;
      await card.getByText(again, { exact: true }).waitFor();
    });
  });

  test('several right options are found by keys alone, and a part of them is told as a part', async () => {
    await withPage(site.browser, phone(), async (page) => {
      await page.goto(address);
      const check = checks().find((one): one is Of<'choice'> => one.kind === 'choice' && one.multiple);
      if (check === undefined) throw new Error(`${slug} has no choice of several`);
      const card = cardOf(page, check);
      const boxes = card.getByRole('checkbox');
      const right = check.options.flatMap(({ correct }, index) => (correct ? [index] : []));
      for (const [found, index] of right.entries()) {
        await tabTo(page, boxes.nth(index));
        await page.keyboard.press('Space');
        await tabTo(page, submit(card));
        await page.keyboard.press('Enter');
        const last = found === right.length - 1;
        await card.getByText(last ? q.allRight : q.partly(found + 1, right.length, 0)).waitFor();
      }
    });
  });

  test('without a script there are the steps, the pairs and fixed numbers, each with its solution', async () => {
    await withPage(site.browser, { ...phone(), javaScript: false }, async (page) => {
      await page.goto(address);
      for (const kind of ['quantity', 'order', 'match', 'generated'] as const) {
        const card = cardOf(page, find(kind));
        const solution = card.locator('details');
        expect(await card.getByRole('button').count()).toBe(0);
        const summary = solution.locator('summary');
        // What is below the screen is laid out after the first paint, and takes no key before.
        await summary.waitFor();
        await summary.press('Enter');
        expect(await solution.locator('> div').isVisible()).toBe(true);
      }
      const generated = find('generated');
      const fixed = (await loadGenerator(generated.generator))(1)[locale];
      expect(await page.getByText(fixed.prompt, { exact: true }).isVisible()).toBe(true);
      expect(await page.getByText(fixed.solution[0] ?? '').isVisible()).toBe(true);
    });
  });
});

test.each(['mouse', 'finger'] as const)('a step is dragged by %s', async (by) => {
  const width = by === 'mouse' ? 1280 : 390;
  await withPage(site.browser, { baseUrl: site.baseUrl, width }, async (page) => {
    await page.goto(`/en/questions/${slug}`, { waitUntil: 'networkidle' });
    const rows = page.locator('[id^=check-] ol > li').filter({ has: page.getByRole('button') });
    // Before somebody comes near, a step stands there and can't be moved.
    await rows.first().hover();
    const before = await rows.locator('[id$=-text]').allInnerTexts();
    const [handle, goal] = await Promise.all([
      rows.first().locator('span').first().boundingBox(),
      rows.last().boundingBox(),
    ]);
    if (handle === null || goal === null) throw new Error('the steps are not to be seen');
    const start = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
    const end = { x: start.x, y: goal.y + goal.height - 4 };
    if (by === 'mouse') {
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 5 });
      await page.mouse.up();
    } else {
      const touch = await page.context().newCDPSession(page);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
        touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x: start.x, y }],
        });
      await send('touchStart', start.y);
      for (const part of [0.3, 0.6, 1]) await send('touchMove', start.y + (end.y - start.y) * part);
      await send('touchEnd', end.y);
    }
    const [moved = '', ...others] = before;
    await expect.poll(() => rows.locator('[id$=-text]').allInnerTexts()).toEqual([...others, moved]);
  });
});

/** Goes to a control as who has no mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  const focused = () => control.evaluate((element) => element === document.activeElement);
  for (const key of ['Tab', 'Shift+Tab'])
    for (let steps = 0; steps < 150; steps++) {
      if (await focused()) return;
      await page.keyboard.press(key);
    }
  throw new Error('no key leads there');
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '');
}
