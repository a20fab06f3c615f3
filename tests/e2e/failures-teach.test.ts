/** What a wrong answer is told: which mistake it looks like, where that is explained, and what differs, in words and pictures. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { labelled } from '#app/_ui/labelled.ts';
import { listQuestions } from '#content/list-questions.ts';
import { readProblem } from '#content/read-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { expectAccessible, withPage } from '../harness/browser.ts';
import { openPractice, openWith, type Practice, packageSource } from '../harness/practice.ts';

const content = join(import.meta.dirname, '../../content');
let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());

const view = (locale: Locale, width = 1280) => ({ baseUrl: practice.baseUrl, locale, width });

/** The most famous mistake of each core problem, and what its first failing sample says. */
const mistakes = [
  { slug: 'param-count', file: 'forgets-biases', expected: /^703$/, yours: /^650$/, difference: '53' },
  { slug: 'prune', file: 'keeps-small-weights', expected: /-1\.5/, yours: /-0\.25/, difference: '2' },
  { slug: 'quantize', file: 'divides-by-128', expected: /0\.015625/, yours: /0\.0155029/, difference: null },
  { slug: 'distill', file: 'no-t-squared', expected: /0\.5684/, yours: /0\.4020/, difference: null },
] as const;

type Wrong = { locale: Locale; slug: string; file: string };

async function submit(page: Page, { locale, slug, file }: Wrong): Promise<void> {
  await openWith(page, `/${locale}/problems/${slug}`, packageSource(slug, `wrong_answer/${file}.ts`));
  await page.getByRole('button', { name: workspaceMessages[locale].submit, exact: true }).click();
  await page.locator('[data-verdict="WA"]').waitFor();
}

/** What submissions.yaml says of a mistake, as its solver should read it. */
async function saidOf(slug: string, file: string, locale: Locale) {
  const { submissions } = await readProblem(join(content, 'problems', slug));
  const misconception = submissions.find((one) => one.file === `wrong_answer/${file}.ts`)?.misconception;
  const questions = await listQuestions(content);
  if (!misconception) throw new Error(`${slug}/${file} has no misconception`);
  const { title, message } = misconception;
  const question = questions.find((one) => one.slug === misconception.question);
  const t = workspaceMessages[locale];
  return {
    title: title[locale],
    message: message[locale],
    question: question !== undefined,
    explains: question?.title[locale] ?? t.ownEditorial,
    href: question ? `/${locale}/questions/${question.slug}` : `/${locale}/problems/${slug}?read=editorial`,
  };
}

async function expectDiagnosis(
  report: Locator,
  said: Awaited<ReturnType<typeof saidOf>>,
  locale: Locale,
): Promise<void> {
  const t = workspaceMessages[locale];
  await report.getByText(labelled(locale, t.looksLike, said.title), { exact: true }).waitFor();
  await report.getByText(said.message, { exact: true }).waitFor();
  await report.getByText(t.readOn).getByText(said.explains, { exact: true }).waitFor();
}

/** Beside the editor the editorial is a tab away, and stays shut until somebody wants to see it. */
async function expectEditorial(page: Page, locale: Locale): Promise<void> {
  const t = workspaceMessages[locale];
  const tab = page.getByRole('tab', { name: t.editorial, exact: true });
  expect(await tab.getAttribute('aria-selected')).toBe('true');
  await page.getByRole('button', { name: t.showEditorial }).waitFor();
}

describe.each(['en', 'zh'] as const)('%s', (locale) => {
  const t = workspaceMessages[locale];

  test.each(mistakes)(
    '$slug: $file is called by its name, and what differs is shown, here and on the page of the submission',
    async ({ slug, file, expected, yours, difference }) => {
      await withPage(practice.browser, view(locale), async (page) => {
        await submit(page, { locale, slug, file });
        const said = await saidOf(slug, file, locale);
        const expectReport = async () => {
          const report = page.locator('[data-verdict="WA"]');
          await expectDiagnosis(report, said, locale);
          const failure = report.getByRole('region', { name: t.firstFailure });
          await expect
            .poll(() => failure.getByRole('region', { name: t.expected }).textContent())
            .toMatch(expected);
          expect(await failure.getByRole('region', { name: t.yours }).textContent()).toMatch(yours);
          expect(await failure.getByRole('columnheader').allTextContents()).toEqual([
            t.index,
            t.expected,
            t.yours,
            t.difference,
          ]);
          const worst = failure.getByRole('row').nth(1).getByRole('cell');
          expect(await worst.count()).toBe(4);
          if (difference) expect(await worst.last().textContent()).toBe(difference);
        };
        await expectReport();
        expect(await page.locator('[data-verdict="WA"]').textContent()).not.toMatch(/sample\/|secret\//);
        if (!said.question) {
          await page.getByRole('button', { name: t.ownEditorial }).click();
          await expectEditorial(page, locale);
          const focused = page.locator('[role="tab"]:focus');
          expect(await focused.textContent()).toBe(t.editorial);
        }
        await page.getByRole('tab', { name: t.submissions }).click();
        await page.getByRole('list', { name: t.history }).getByRole('button').first().click();
        await page.getByRole('link', { name: t.open }).click();
        await page.waitForURL(/\/submissions\//);
        await page.getByRole('heading', { name: t.submission, level: 1 }).waitFor();
        await expectReport();
        const link = page.locator('[data-verdict="WA"]').getByRole('link', { name: said.explains });
        expect(await link.getAttribute('href')).toBe(said.href);
        await link.click();
        await page.waitForURL((url) => `${url.pathname}${url.search}` === said.href);
        if (said.question) await page.getByRole('heading', { name: said.explains, level: 1 }).waitFor();
        else await expectEditorial(page, locale);
      });
    },
  );

  test('a sample that failed in the judge is drawn as one that failed here is', async () => {
    await withPage(practice.browser, view(locale, 390), async (page) => {
      await submit(page, { locale, slug: 'prune', file: 'keeps-small-weights' });
      const pictures = page
        .getByRole('region', { name: t.firstFailure })
        .getByRole('region', { name: t.pictures });
      await pictures.getByRole('img', { name: t.errorMap('weights[0]', 6, 6) }).waitFor();
      await pictures.getByText(t.distribution('weights[0]', 6)).waitFor();
      await expectAccessible(page);
    });
  });

  test('what was quantized wrongly is drawn: where it is off, and the weights before', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      const source = packageSource('quantize', 'wrong_answer/truncates.ts');
      await openWith(page, `/${locale}/problems/quantize`, source);
      await page.getByRole('button', { name: t.run, exact: true }).click();
      await page.getByRole('button', { name: new RegExp(`^${t.sample(2)}`) }).click();
      const pictures = page.getByRole('region', { name: t.pictures });
      await pictures.getByRole('img', { name: /^layers\[0\]\.kernel\.values/ }).waitFor();
      const spread = pictures
        .getByRole('figure')
        .filter({ hasText: t.distribution('layers[0].kernel.values', 12) });
      for (const part of [t.before, t.expected, t.yours])
        await spread.getByText(part, { exact: true }).waitFor();
      await expectAccessible(page);
    });
  });

  test('a student that learns by another loss is drawn as a curve over the epochs', async () => {
    await withPage(practice.browser, view(locale), async (page) => {
      const source = packageSource('distill', 'wrong_answer/no-t-squared.ts');
      await openWith(page, `/${locale}/problems/distill`, source);
      await page.getByRole('button', { name: t.run, exact: true }).click();
      await page.getByText(t.samplesFail(4, 4)).waitFor();
      await page.getByRole('button', { name: new RegExp(`^${t.sample(4)}`) }).click();
      const curve = page
        .getByRole('region', { name: t.pictures })
        .getByRole('img', { name: t.lossCurve(12) });
      await curve.waitFor();
      // It falls: what should come out ends lower on the screen than it begins.
      const heights = (await curve.locator('polyline').first().getAttribute('points'))
        ?.split(' ')
        .map((point) => Number(point.split(',')[1]));
      expect(heights).toHaveLength(12);
      expect(heights?.at(-1)).toBeGreaterThan((heights?.[0] ?? 0) + 10);
      await expectAccessible(page);
    });
  });
});
