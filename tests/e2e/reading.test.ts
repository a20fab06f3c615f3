import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { homeMessages } from '#app/_messages/home.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { topicName } from '#app/_messages/topics.ts';
import { getTaught } from '#app/_practice/taught.ts';
import type { Question } from '#content/question.ts';
import { readQuestions } from '#content/read-question.ts';
import { answerCheck } from '#tests/harness/answer-checks.ts';
import { complaintsOffline, withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

/** Read from end to end; each takes some seconds, and they have checks of every kind between them. */
const read = ['making-a-large-model-cheaper-to-compute', 'overfitting', 'transfer-learning'];

let site: TestSite;
let questions: Question[];

beforeAll(async () => {
  questions = await readQuestions(join(import.meta.dirname, '../../content'));
  site = await openTestSite();
  return site.close;
});

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = questionMessages[locale];
  const view = () => ({ baseUrl: site.baseUrl, locale });

  test('a reader thinks, opens the answer, ticks what was named, and answers every check', async () => {
    for (const question of questions.filter(({ slug }) => read.includes(slug))) {
      await withPage(site.browser, view(), async (page) => {
        const { title, keyPoints, checks } = question.text[locale];
        await page.goto(`/${locale}/questions/${question.slug}`);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
        await page.getByLabel(t.notes).fill('what I would say');
        expect(await page.getByRole('heading', { name: t.full }).isVisible()).toBe(false);

        await page.getByText(t.reveal, { exact: true }).click();
        await page.getByRole('heading', { name: t.full }).waitFor();
        const points = page.getByRole('region', { name: t.points }).getByRole('checkbox');
        expect(await points.count()).toBe(keyPoints.length);
        for (const point of await points.all()) await point.check();
        await page.getByRole('region', { name: t.points }).getByText(t.grades[4], { exact: true }).waitFor();

        const cards = page.getByRole('region', { name: t.checks }).locator('li[id^=check-]');
        expect(await cards.count()).toBe(checks.length);
        for (const [index, check] of checks.entries()) await answerCheck(cards.nth(index), check, locale);

        await page.reload();
        await expect.poll(() => page.getByLabel(t.notes).inputValue()).toBe('what I would say');
        await page.goto(`/${locale}/questions?state=done`);
        await page.getByRole('link', { name: title }).waitFor();
      });
    }
  });

  test('the list is searched as one types, in either language, and the address keeps it', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto(`/${locale}/questions`);
      const items = page.getByRole('main').getByRole('listitem');
      expect(await items.count()).toBe(questions.length);
      for (const query of ['dropout', '过拟合']) {
        await page.getByRole('searchbox').fill(query);
        await page.waitForURL(`**/questions?q=${encodeURIComponent(query)}`);
        await page.getByRole('link', { name: titleOf('overfitting', locale) }).waitFor();
      }
      await page.getByRole('searchbox').fill('qqqqqqqq');
      await page.getByText(t.none).waitFor();
      await page.getByRole('button', { name: t.clear }).click();
      await page.waitForURL((url) => url.search === '');
      await expect.poll(() => items.count()).toBe(questions.length);
    });
  });

  test('one begins with the first of the list, an easy one, and goes on from question to question', async () => {
    await withPage(site.browser, view(), async (page) => {
      const [first, second] = await getTaught();
      const addressOf = (slug = '') => `/${locale}/questions/${slug}`;
      await page.goto(`/${locale}/questions`);
      const links = page.getByRole('main').getByRole('listitem').getByRole('link');
      expect(await links.first().getAttribute('href')).toBe(addressOf(first?.slug));
      await page.goto(`/${locale}`);
      await page.getByRole('link', { name: homeMessages[locale].start }).click();
      await page.waitForURL(`**${addressOf(first?.slug)}`);
      const neighbours = page.getByRole('navigation', { name: t.between }).getByRole('link');
      expect(await neighbours.count()).toBe(1);
      expect(await neighbours.getAttribute('href')).toBe(addressOf(second?.slug));
      // What it is about leads on.
      const [topic = ''] = first?.topics ?? [];
      await page
        .getByRole('main')
        .getByRole('link', { name: topicName(locale, topic), exact: true })
        .click();
      await page.waitForURL(`**/${locale}/topics/${topic}`);
    });
  });

  test('who comes back to an answer finds it open and their place, who comes anew finds it closed', async () => {
    await withPage(site.browser, { ...view(), width: 390 }, async (page) => {
      const address = '/questions/making-a-large-model-cheaper-to-compute';
      await page.goto(`/${locale}${address}`);
      await page.getByText(t.reveal, { exact: true }).click();
      const full = (of: 'en' | 'zh') => page.getByRole('heading', { name: questionMessages[of].full });
      await full(locale).waitFor();
      const link = page.locator('[data-answer-of] a[href*="/questions/"]').first();
      const top = async () => (await link.boundingBox())?.y ?? Number.NaN;
      await link.scrollIntoViewIfNeeded();
      const before = await top();
      await link.click();
      await page.waitForURL((url) => !url.pathname.endsWith(address));
      await page.goBack();
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4);
      await page.reload();
      await full(locale).waitFor();
      // In the other language as well.
      const other = locale === 'en' ? 'zh' : 'en';
      await page.getByRole('link', { name: shellMessages[locale].otherLanguage }).click();
      await page.waitForURL(`**/${other}${address}`);
      await full(other).waitFor();
      await page.reload();
      await full(other).waitFor();
      await page.getByText(questionMessages[other].conceal, { exact: true }).click();
      // The page hears of it a task later, and what is loaded again begins as it was told of by then.
      await expect.poll(() => page.evaluate(() => history.state?.isOpen)).toBe(false);
      await page.reload();
      expect(await full(other).isVisible()).toBe(false);
      await page.goto(`/${locale}${address}`);
      expect(await full(locale).isVisible()).toBe(false);
    });
  });

  test('on a phone no line begins with the mark behind a formula', async () => {
    await withPage(site.browser, { ...view(), width: 390 }, async (page) => {
      await page.goto(`/${locale}/questions/regularizers-and-their-gradients`);
      await page.getByText(t.reveal, { exact: true }).click();
      const tied = page.locator('[data-answer-of] .tied');
      await tied.first().waitFor();
      const torn = await tied.evaluateAll((spans) =>
        spans.flatMap((span) => {
          const mark = span.lastChild;
          const part = [...span.querySelectorAll('.katex-base')].at(-1)?.getBoundingClientRect();
          if (!(mark instanceof Text) || part === undefined || part.width === 0) return [];
          const range = document.createRange();
          range.selectNodeContents(mark);
          return range.getBoundingClientRect().left < part.left ? [span.textContent] : [];
        }),
      );
      expect(torn).toEqual([]);
    });
  });

  test('without a script the list, the answer and the feedback are there to be read', async () => {
    await withPage(site.browser, { ...view(), javaScript: false }, async (page) => {
      await page.goto(`/${locale}/questions`);
      const title = titleOf('overfitting', locale);
      await page.getByRole('link', { name: title }).click();
      await page.getByText(t.reveal, { exact: true }).click();
      await page.getByRole('heading', { name: t.full }).waitFor();
      expect(await page.getByText(t.rightOption).first().isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: t.check }).count()).toBe(0);
      expect(
        (await page.getByLabel(t.notes).count()) && (await page.getByLabel(t.notes).isVisible()),
      ).toBeFalsy();
    });
  });

  test('the language switch keeps the page and its filters', async () => {
    await withPage(site.browser, view(), async (page) => {
      const other = locale === 'en' ? 'zh' : 'en';
      await page.goto(`/${locale}/questions?difficulty=easy`);
      await page.getByRole('link', { name: shellMessages[locale].otherLanguage }).click();
      await page.waitForURL(`**/${other}/questions?difficulty=easy`);
      expect(await page.locator('html').getAttribute('lang')).toBe(other === 'zh' ? 'zh-Hans' : 'en');
      // The choice goes before the browser's own language from now on.
      await page.goto('/');
      await page.waitForURL(`**/${other}`);
    });
  });

  test('an address without a language leads to the browser’s own', async () => {
    await withPage(site.browser, view(), async (page) => {
      await page.goto('/questions?q=x');
      await page.waitForURL(`**/${locale}/questions?q=x`);
    });
  });

  test('a missing page says so, with status 404, with or without a script', async () => {
    for (const path of ['nowhere', 'questions/nowhere', 'fr/questions']) {
      const expected = [/404/];
      await withPage(site.browser, { ...view(), expected, javaScript: path !== 'nowhere' }, async (page) => {
        const response = await page.goto(`/${locale}/${path}`);
        expect(response?.status()).toBe(404);
        await page.getByRole('heading', { name: shellMessages[locale].notFound.title }).waitFor();
      });
    }
  });
});

test('what somebody quick types before the script has come is kept', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl }, async (page) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/_next/static/**/*.js', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('/en/questions/overfitting', { waitUntil: 'commit' });
    const notes = page.getByLabel(questionMessages.en.notes);
    await notes.fill('too quick');
    release();
    // Alive, it keeps what is written for the next visit.
    const kept = () => page.evaluate(() => localStorage.getItem('whetstone.notes.overfitting'));
    await expect.poll(kept).toBe('too quick');
    expect(await notes.inputValue()).toBe('too quick');
    expect(await notes.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.reload();
    await expect.poll(() => notes.inputValue()).toBe('too quick');
  });
});

test('a chosen theme is there before the first paint and stays', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl, theme: 'light' }, async (page) => {
    await page.goto('/en');
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: shellMessages.en.theme.system }).click();
    await page.getByRole('button', { name: shellMessages.en.theme.light }).click();
    await page.getByRole('button', { name: shellMessages.en.theme.dark }).waitFor();
    await expect.poll(paper).not.toBe(light);
    const dark = await paper();
    await page.goto('/en/about', { waitUntil: 'commit' });
    await page.locator('body').waitFor({ state: 'attached' });
    // Before the styles, which the first paint waits for.
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await expect.poll(paper).toBe(dark);
  });
});

test('losing the network is told, and so is its return', async () => {
  const expected = complaintsOffline;
  await withPage(
    site.browser,
    { baseUrl: site.baseUrl, locale: 'zh', expected },
    async (page, { context }) => {
      await page.goto('/zh/about');
      const notice = page.getByText(shellMessages.zh.offline);
      await context.setOffline(true);
      await notice.waitFor();
      await context.setOffline(false);
      await notice.waitFor({ state: 'detached' });
    },
  );
});

test('who comes back finds where they left off', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl }, async (page) => {
    await page.goto('/en/questions/overfitting');
    await page.getByText(questionMessages.en.reveal, { exact: true }).click();
    await page.getByRole('heading', { name: questionMessages.en.full }).waitFor();
    await page.goto('/en');
    await page.getByText('Where you left off').waitFor();
    await page.getByRole('link', { name: 'Where you left off' }).click();
    await page.waitForURL('**/en/questions/overfitting');
  });
});

function titleOf(slug: string, locale: 'en' | 'zh'): string {
  const question = questions.find((one) => one.slug === slug);
  if (question === undefined) throw new Error(`there is no question ${slug}`);
  return question.text[locale].title;
}
