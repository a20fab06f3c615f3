import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limitMessages } from '#app/_messages/api.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { setCurrent } from '#prisma/problem-version.ts';
import { complaintsOffline, expectNoSidewaysScroll, openPage, withPage } from '../harness/browser.ts';
import {
  holdEvents,
  judged,
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

const t = workspaceMessages.en;
const path = '/en/problems/param-count';
const right = packageSource('param-count', 'accepted/shapes-in-bigint.ts');
const loopOf = (...names: string[]) =>
  names.map((name) => `export function ${name}(): never {\n  for (;;);\n}\n`).join('');

const view = (expected: RegExp[] = []) => ({ baseUrl: practice.baseUrl, expected, serviceWorker: false });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const submit = (page: Page) => button(page, t.submit).click();
const run = (page: Page) => button(page, t.run).click();
const accepted = (page: Page) => judged(page, 'AC');
const editorText = (page: Page) => page.locator('.monaco-editor .view-lines').textContent();
const keptSource = (page: Page) => page.evaluate(() => localStorage.getItem('whetstone.draft.param-count'));

describe('nothing is lost', () => {
  test('where the network fails while submitting, the code stays and can be submitted again', async () => {
    await withPage(practice.browser, view([/ERR_FAILED/]), async (page) => {
      await openWith(page, path, right);
      await page.route('**/api/v1/submissions', (route) => route.abort());
      await submit(page);
      await page.getByRole('alert').getByText(t.refusals.other).waitFor();
      expect(await keptSource(page)).toContain('countParameters');
      await page.unroute('**/api/v1/submissions');
      await submit(page);
      await accepted(page);
    });
  });

  test('a submission that could not be taken back from others still says that they may read it', async () => {
    await withPage(practice.browser, view([/ERR_FAILED/]), async (page) => {
      await openWith(page, path, right);
      await submit(page);
      await accepted(page);
      const { db } = practice.database;
      const { id } = await db.submission.findFirstOrThrow({ orderBy: { id: 'desc' } });
      await page.goto(`/en/submissions/${id}`);
      const box = page.getByLabel(t.share);
      // Whoever changes their mind before that is answered is heard as well.
      const changed = Promise.withResolvers<void>();
      await page.route(`**/api/v1/submissions/${id}`, (route) =>
        changed.promise.then(() => route.continue()),
      );
      for (const _ of [1, 2, 3]) await box.click();
      changed.resolve();
      await expect.poll(() => db.submission.count({ where: { id, shared: true } })).toBe(1);
      await page.route(`**/api/v1/submissions/${id}`, (route) => route.abort());
      await box.click();
      await page.getByRole('alert').getByText(t.shareFailed).waitFor();
      expect(await box.isChecked()).toBe(true);
    });
  });

  test('offline one is told so, and goes on when back', async () => {
    await withPage(practice.browser, view(complaintsOffline), async (page, { context }) => {
      await openWith(page, path, right);
      // By then all that the editor loads late is there.
      await run(page);
      await page.getByText(t.allSamplesPass).waitFor();
      await context.setOffline(true);
      await submit(page);
      await page.getByRole('alert').getByText(t.refusals.offline).waitFor();
      await context.setOffline(false);
      await submit(page);
      await accepted(page);
    });
  });

  test('who is refused for now learns why and for how long, and sends the same code when that is over', async () => {
    await withPage(practice.browser, view([/429/]), async (page) => {
      await openWith(page, path, right);
      const said = limitMessages.user(20).en;
      await page.route('**/api/v1/submissions', (route) =>
        route.fulfill({
          status: 429,
          headers: { 'retry-after': '4' },
          json: { error: { code: 'rate_limited', message: said, retryAfterSeconds: 4 } },
        }),
      );
      await submit(page);
      const alert = page.getByRole('alert');
      await alert.getByText(said).waitFor();
      const again = alert.getByRole('button', { name: t.refusals.again });
      expect(await again.isDisabled()).toBe(true);
      await alert.getByText(t.refusals.kept).waitFor();
      expect(await keptSource(page)).toContain('countParameters');
      await page.unroute('**/api/v1/submissions');
      await alert.getByText(t.refusals.ready).waitFor();
      await again.click();
      await accepted(page);
    });
  });

  test('whose session has ended hears of it, and goes on by submitting again', async () => {
    await withPage(practice.browser, view([/401/]), async (page, { context }) => {
      await openWith(page, path, right);
      await submit(page);
      await accepted(page);
      await context.clearCookies();
      await submit(page);
      await page.getByRole('alert').getByText(t.refusals.signIn).waitFor();
      await submit(page);
      await accepted(page);
    });
  });

  test('a problem published anew while it was open says so, and the code outlives the reload', async () => {
    const { db } = practice.database;
    const version = await db.problemVersion.findFirstOrThrow({ where: { slug: 'param-count' } });
    const newer = `${version.id}-newer`;
    await withPage(practice.browser, view(), async (page) => {
      await openWith(page, path, `${right}\n// mine\n`);
      const shown = version.public as { version: string };
      const { publishedAt: _, ...columns } = version;
      await db.problemVersion.create({
        data: { ...columns, id: newer, public: { ...shown, version: newer } },
      });
      await setCurrent(db, { slug: 'param-count', currentId: newer });
      try {
        await submit(page);
        await page.getByText(t.outdated).waitFor();
        await accepted(page);
        await button(page, t.reload).click();
        await page.getByText(t.outdated).waitFor({ state: 'hidden' });
        await turnToEditor(page);
        expect(await keptSource(page)).toContain('// mine');
      } finally {
        await setCurrent(db, { slug: 'param-count', currentId: version.id });
      }
    });
  });

  test('earlier code comes back from history and from drafts, and what it replaced with one click', async () => {
    await withPage(practice.browser, view(), async (page) => {
      await openWith(page, path, right);
      await button(page, t.drafts).click();
      await page.getByText(t.draftsHere).waitFor();
      await page.keyboard.press('Escape');
      await submit(page);
      await accepted(page);
      await button(page, t.reset).click();
      await expect.poll(() => editorText(page)).not.toContain('BigInt');
      await page.getByRole('tab', { name: t.submissions }).click();
      await page.getByRole('list', { name: t.history }).getByRole('button').first().click();
      await button(page, t.restore).click();
      await expect.poll(() => keptSource(page)).toContain('BigInt');
      await page.getByText(t.restored).waitFor();
      await button(page, t.undo).first().click();
      await expect.poll(() => keptSource(page)).not.toContain('BigInt');
      await button(page, t.drafts).click();
      await page.getByRole('dialog').getByText(t.draftsText).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: t.restore }).first().click();
      await expect.poll(() => keptSource(page)).toContain('BigInt');
    });
  });

  test('a newer draft from another browser is offered, and taken only when asked for', async () => {
    await withPage(practice.browser, view(), async (page, { context }) => {
      await openWith(page, path, right);
      // Signs in, and saves there what was sent, which is not to come after the other.
      const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
      await submit(page);
      await accepted(page);
      await saved;
      const put = await context.request.put('/api/v1/drafts/param-count', {
        headers: { origin: practice.baseUrl },
        data: { source: `// from elsewhere\n${right}` },
      });
      expect(put.ok()).toBe(true);
      const open = async () => {
        // What is here was written a minute ago.
        await page.evaluate((source) => {
          const draft = { source, savedAt: Date.now() - 60_000 };
          localStorage.setItem('whetstone.draft.param-count', JSON.stringify(draft));
        }, right);
        await page.reload();
        await turnToEditor(page);
        await page.getByText(t.newerDraft).waitFor();
        expect(await editorText(page)).not.toContain('elsewhere');
      };
      await open();
      await button(page, t.keepMine).click();
      await page.getByText(t.newerDraft).waitFor({ state: 'detached' });
      expect(await editorText(page)).not.toContain('elsewhere');
      await open();
      await button(page, t.takeDraft).click();
      await expect.poll(() => editorText(page)).toContain('elsewhere');
      await page.getByText(t.newerDraft).waitFor({ state: 'detached' });
      await button(page, t.undo).first().click();
      await expect.poll(() => editorText(page)).not.toContain('elsewhere');
    });
  });
});

describe('running the samples', () => {
  test('a run can be stopped', async () => {
    await withPage(practice.browser, view(), async (page) => {
      // By itself a run ends at its limit: sixteen seconds in this problem, two in the one above.
      await openWith(page, '/en/problems/distill', loopOf('distillationLoss', 'distill'));
      await run(page);
      await button(page, t.stop).click();
      await page.getByText(t.troubles.stopped, { exact: true }).waitFor();
    });
  });

  test('what the judge does not have is told before submitting', async () => {
    await withPage(practice.browser, view(), async (page) => {
      await openWith(page, path, `new WeakRef({});\n${right}`);
      await run(page);
      await page
        .getByRole('region', { name: t.compileErrors })
        .getByText(/WeakRef/)
        .waitFor();
    });
  });

  test('a solution that exports nothing is told what is missing', async () => {
    await withPage(practice.browser, view(), async (page) => {
      await openWith(page, path, 'const nothing = 1;\n');
      await run(page);
      await page.getByText(/must export countParameters/).waitFor();
    });
  });

  test('what was printed stands in the console, and a throw is told with its line', async () => {
    await withPage(practice.browser, view(), async (page) => {
      const source =
        "export function countParameters(): never {\n  console.log('seen');\n  throw new TypeError('too deep');\n}\n";
      await openWith(page, path, source);
      await run(page);
      await page.getByText(/threw TypeError: too deep at line 3/).waitFor();
      await page.getByRole('tab', { name: t.console }).click();
      await page.getByText('seen').first().waitFor();
    });
  });
});

test('on a phone the results come into view, and nothing is wider than the screen', async () => {
  await withPage(practice.browser, { ...view(), width: 390 }, async (page) => {
    await openWith(page, path, right);
    await expectNoSidewaysScroll(page);
    await run(page);
    await page.getByText(t.allSamplesPass).waitFor();
    await expect
      .poll(() =>
        page.locator('#pane-results').evaluate((pane) => Math.abs(pane.getBoundingClientRect().top)),
      )
      .toBeLessThan(200);
    await page.getByRole('link', { name: t.code, exact: true }).click();
    await submit(page);
    await accepted(page);
    await expectNoSidewaysScroll(page);
  });
});

test('a verdict that came while the tab was closed is shown when it is opened again', async () => {
  await withPage(practice.browser, view(), async (page, { context }) => {
    const slow = '/en/problems/distill';
    await openWith(page, slow, packageSource('distill', 'accepted/log-softmax.ts'));
    // Else the verdict may come first.
    await holdEvents(page);
    await Promise.all([
      page.waitForFunction(() => localStorage.getItem('whetstone.pending.distill') !== null),
      submit(page),
    ]);
    await page.close();
    const again = await context.newPage();
    await again.goto(slow);
    await accepted(again);
  });
});

test('the page of a submission shows its verdict as it comes', async () => {
  await withPage(practice.browser, view(), async (page) => {
    await openWith(page, '/en/problems/distill', packageSource('distill', 'accepted/log-softmax.ts'));
    const [response] = await Promise.all([
      page.waitForResponse((reply) => reply.url().endsWith('/api/v1/submissions')),
      submit(page),
    ]);
    const { id } = (await response.json()) as { id: string };
    await page.goto(`/en/submissions/${id}`);
    await accepted(page);
  });
});

describe.each(['en', 'zh'] as const)('%s', (locale) => {
  test.each([true, false])('what is not there says so, with status 404 (script: %s)', async (javaScript) => {
    // Somebody else's, which looks the same.
    const other = await openPage(practice.browser, view());
    await openWith(other.page, path, right);
    const [reply] = await Promise.all([
      other.page.waitForResponse((response) => response.url().endsWith('/api/v1/submissions')),
      submit(other.page),
    ]);
    const { id } = (await reply.json()) as { id: string };
    await accepted(other.page);
    expect((await other.page.goto(`/en/submissions/${id}`))?.status()).toBe(200);
    await other.close();
    const missing = [
      'problems/nowhere',
      `submissions/${id}`,
      `submissions/${crypto.randomUUID()}`,
      'submissions/x',
    ];
    await withPage(practice.browser, { ...view([/404/]), locale, javaScript }, async (page) => {
      for (const address of missing) {
        const response = await page.goto(`/${locale}/${address}`);
        expect(response?.status()).toBe(404);
        await page.getByRole('heading', { name: shellMessages[locale].notFound.title }).waitFor();
        await page.getByRole('banner').waitFor();
      }
    });
  });
});
