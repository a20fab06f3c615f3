import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';
import { expectAccessible, withPage } from '../harness/browser.ts';
import {
  holdEvents,
  judged,
  markedLines,
  openPractice,
  openWith,
  type Practice,
  packageSource,
  turnToEditor,
} from '../harness/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());

const view = (locale: Locale) => ({ baseUrl: practice.baseUrl, locale });

const journeys = [
  { slug: 'param-count', wrong: 'forgets-biases', right: 'shapes-in-bigint' },
  { slug: 'prune', wrong: 'keeps-small-weights', right: 'plain-loops' },
  { slug: 'quantize', wrong: 'divides-by-128', right: 'loops-in-double' },
  { slug: 'distill', wrong: 'no-t-squared', right: 'log-softmax' },
] as const;

describe.each(['en', 'zh'] as const)('%s', (locale) => {
  const t = workspaceMessages[locale];

  test('the first 703: the perceptron is among the samples, and the accepted solution is accepted', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      await openWith(
        page,
        `/${locale}/problems/param-count`,
        packageSource('param-count', `accepted/${journeys[0].right}.ts`),
      );
      await expect.poll(() => page.getByRole('region', { name: t.expected }).textContent()).toContain('703');
      await page.getByRole('button', { name: t.run, exact: true }).click();
      await page.getByText(t.allSamplesPass).waitFor();
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      expect(await (await judged(page, 'AC')).textContent()).toContain(t.score(100, 100));
    });
  });

  test.each(journeys)(
    '$slug: template, a wrong answer and what it teaches, accepted',
    async ({ slug, wrong, right }) => {
      await withPage(practice.browser, view(locale), async (page) => {
        const path = `/${locale}/problems/${slug}`;
        await page.goto(path);
        await turnToEditor(page);
        await page.getByRole('button', { name: t.submit, exact: true }).click();
        expect(await (await judged(page)).getAttribute('data-verdict')).not.toBe('AC');

        await openWith(page, path, packageSource(slug, `wrong_answer/${wrong}.ts`));
        await page.getByRole('button', { name: t.submit, exact: true }).click();
        await judged(page, 'WA');
        await page.getByText(t.looksLike).waitFor();
        await page.getByText(t.readOn).locator('a, button').first().waitFor();

        await openWith(page, path, packageSource(slug, `accepted/${right}.ts`));
        await page.getByRole('button', { name: t.submit, exact: true }).click();
        await judged(page, 'AC');
        await page.getByRole('tab', { name: t.submissions }).click();
        await expect
          .poll(() => page.getByRole('list', { name: t.history }).getByRole('listitem').count())
          .toBe(3);
      });
    },
  );

  test('a loop is stopped and the page stays alive', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      await openWith(
        page,
        `/${locale}/problems/param-count`,
        'export function countParameters(): number {\n  for (;;);\n}\n',
      );
      await page.getByRole('button', { name: t.run, exact: true }).click();
      await page.getByText(t.stopped(2000)).waitFor();
      await page.getByRole('tab', { name: t.editorial }).click();
      await page.getByText(t.editorialHidden).waitFor();
    });
  });

  test('what ran out of time took what its limit is, and gets no hint about values', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      const source = 'export function countParameters(): number {\n  for (;;);\n}\n';
      await openWith(page, `/${locale}/problems/param-count`, source);
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      const report = await judged(page, 'TLE');
      await report.getByText(/^1000 ms · /).waitFor();
      const failure = report.getByRole('region', { name: t.firstFailure });
      await failure.getByText(t.sample(1), { exact: true }).waitFor();
      expect(await failure.getByText(t.hint).count()).toBe(0);
      await page.getByRole('tab', { name: t.submissions }).click();
      await page
        .getByRole('list', { name: t.history })
        .getByText(/^1000 ms · /)
        .waitFor();
    });
  });

  test('a compile error stands at its line, in the editor and in the list', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      const source = '\n\nexport function countParameters(): string {\n  return "703";\n}\n';
      await openWith(page, `/${locale}/problems/param-count`, source);
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      await judged(page, 'CE');
      await page.getByRole('button', { name: t.line(3) }).click();
      await expect.poll(() => markedLines(page)).toEqual(['3']);
    });
  });

  test('keys: the samples run, and what is green is submitted', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      await openWith(
        page,
        `/${locale}/problems/param-count`,
        packageSource('param-count', 'accepted/shapes-in-bigint.ts'),
      );
      await page.locator('.monaco-editor').first().click();
      await page.keyboard.press('Control+s');
      await page.getByText(t.saved.local).waitFor();
      await page.keyboard.press('Control+Enter');
      await judged(page, 'AC');
    });
  });

  test('a sample that fails is drawn: where it is off, and how the values are spread', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      await openWith(
        page,
        `/${locale}/problems/prune`,
        packageSource('prune', 'wrong_answer/keeps-small-weights.ts'),
      );
      await page.getByRole('button', { name: t.run, exact: true }).click();
      const pictures = page.getByRole('region', { name: t.pictures });
      await pictures.getByRole('img', { name: t.errorMap('weights[0]', 6, 6) }).waitFor();
      await pictures.getByText(t.distribution('weights[0]', 6)).waitFor();
      await expectAccessible(page);
    });
  });

  test('axe finds nothing serious on list, workspace and submission', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      await page.goto(`/${locale}/problems`);
      await expectAccessible(page);
      await openWith(
        page,
        `/${locale}/problems/prune`,
        packageSource('prune', 'wrong_answer/forgets-biases.ts'),
      );
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      await judged(page, 'WA');
      await expectAccessible(page);
      await page.getByRole('tab', { name: t.submissions }).click();
      await page.getByRole('list', { name: t.history }).getByRole('button').first().click();
      await page.getByRole('link', { name: t.open }).click();
      await page.waitForURL(/\/submissions\//);
      await judged(page, 'WA');
      await expectAccessible(page);
    });
  });
});

test.each(['en', 'zh'] as const)(
  'a submission goes on being judged while the page is reloaded (%s)',
  async (locale) => {
    const t = workspaceMessages[locale];
    await withPage(practice.browser, { ...view(locale), serviceWorker: false }, async (page) => {
      const source = packageSource('distill', 'accepted/log-softmax.ts');
      await openWith(page, `/${locale}/problems/distill`, source);
      // Else the verdict may come first, and nothing is left to be followed.
      const hear = await holdEvents(page);
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      // Sent and acknowledged, whether or not a test has been judged.
      await page.waitForFunction(() => localStorage.getItem('whetstone.pending.distill') !== null);
      await page.reload();
      await turnToEditor(page);
      await page.getByRole('tab', { name: t.result }).click();
      hear();
      await judged(page, 'AC');
    });
  },
);
