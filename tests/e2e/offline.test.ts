import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { accountMessages } from '#app/_messages/accounts.ts';
import { offlineMessages } from '#app/_messages/offline.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { addUser } from '#app/_session/accounts.ts';
import { complaintsOffline, expectAccessible, signIn, withPage } from '#tests/harness/browser.ts';
import {
  openPractice,
  openWith,
  type Practice,
  packageSource,
  turnToEditor,
} from '#tests/harness/practice.ts';
import { beginPractice } from '#tests/harness/practiser.ts';

let site: Practice;

beforeAll(async () => {
  site = await openPractice({ judge: false });
  return site.close;
});

const expected = complaintsOffline;
/** What a page says whose scripts were not all kept. */
const offline = [...expected, /Failed to load|ChunkLoadError|ERR_FAILED/];

/** Waits until the service worker serves this page. */
async function served(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** What is in the worker's stores, by address. */
function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
}

/** Whether a page is kept with the scripts that it names, which are kept after it. */
function isWhole(page: Page, path: string): Promise<boolean> {
  return page.evaluate(async (path) => {
    const html = await (await caches.match(path))?.text();
    if (html === undefined) return false;
    const scripts = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('script[src]');
    const named = [...scripts].filter((script) => !script.hasAttribute('nomodule'));
    const kept = await Promise.all(named.map((script) => caches.match(script.getAttribute('src') ?? '')));
    return kept.length > 0 && kept.every((script) => script !== undefined);
  }, path);
}

test('a question that was visited opens without a network, and works', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl, expected }, async (page, { context }) => {
    await page.goto('/en/questions/overfitting');
    await served(page);
    await expect.poll(() => isWhole(page, '/en/questions/overfitting')).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await page.getByText(questionMessages.en.reveal, { exact: true }).click();
    await page.getByRole('heading', { name: questionMessages.en.full }).waitFor();
    const points = page.getByRole('region', { name: questionMessages.en.points }).getByRole('checkbox');
    await points.first().check();
    await page.getByText(questionMessages.en.pointsCount(1, await points.count())).waitFor();
  });
});

test('once all are kept, any question opens without a network, and the list leads there', async () => {
  await withPage(
    site.browser,
    { baseUrl: site.baseUrl, locale: 'zh', expected },
    async (page, { context }) => {
      const t = offlineMessages.zh;
      await page.goto('/zh/questions');
      await page.getByRole('button', { name: t.keep }).click();
      await page.getByText(t.kept).waitFor();
      await context.setOffline(true);
      await page.reload();
      await page.locator('main').getByRole('link').nth(7).click();
      await page.getByText(questionMessages.zh.reveal, { exact: true }).click();
      await page.getByRole('heading', { name: questionMessages.zh.full }).waitFor();
    },
  );
});

test('what is not kept says so, and names what is', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl, expected }, async (page, { context }) => {
    await page.goto('/en/questions/overfitting');
    await served(page);
    await expect.poll(() => isWhole(page, '/en/questions/overfitting')).toBe(true);
    await expect.poll(() => isWhole(page, '/en/offline')).toBe(true);
    await context.setOffline(true);
    await page.goto('/en/settings');
    await page.getByRole('heading', { name: offlineMessages.en.title }).waitFor();
    await expectAccessible(page);
    await page.getByRole('region', { name: offlineMessages.en.readable }).getByRole('link').first().click();
    await page.waitForURL('**/en/questions/overfitting');
  });
});

test('a due card is graded without a network, also after the page was closed, and arrives once', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl, expected }, async (page, { context }) => {
    const t = practiceMessages.en;
    // Opened, and no more: what is due is kept with its answers by itself.
    await page.goto('/en/practice');
    await page.getByRole('link', { name: t.start, exact: true }).waitFor();
    const due = (await getTaught()).slice(0, 5).map(({ slug }) => `/en/questions/${slug}/card.json`);
    await expect.poll(() => keptAddresses(page)).toEqual(expect.arrayContaining([...due, '/en/offline']));
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: offlineMessages.en.practiceStart }).click();
    const title = page.getByRole('heading', { level: 1 });
    await page.getByRole('button', { name: t.reveal }).waitFor();
    const first = (await title.textContent()) ?? '';
    const here = page
      .getByRole('navigation', { name: shellMessages.en.mainNavigation })
      .locator('[aria-current]');
    await here.getByText(shellMessages.en.practice, { exact: true }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: t.short }).waitFor();
    await page.keyboard.press('3');
    await page.getByText(t.unsent(1)).waitFor();
    await page.reload();
    await page.getByText(t.unsent(1)).waitFor();
    // It isn't asked for again.
    expect(await title.textContent()).not.toBe(first);
    await expectAccessible(page);
    for (const _ of due.slice(1)) {
      await page.keyboard.press('Space');
      await page.getByRole('heading', { name: t.short }).waitFor();
      await page.keyboard.press('b');
    }
    await page.getByRole('heading', { name: t.finished }).waitFor();

    const { db } = site.database;
    expect(await db.practiceEntry.count()).toBe(0);
    await context.setOffline(false);
    await page.getByText(t.unsent(5)).waitFor({ state: 'detached' });
    await expect.poll(() => db.practiceEntry.count()).toBe(5);
    await page.goto('/en/practice');
    await page
      .getByRole('heading', { name: t.nothing })
      .or(page.getByRole('link', { name: t.goOn }))
      .waitFor();
    expect(await db.practiceEntry.count()).toBe(5);
  });
});

test('a problem that is due opens without a network, also where its workspace was never visited', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl, expected: offline }, async (page, { context }) => {
    const t = practiceMessages.en;
    const me = await beginPractice(page, site);
    await me.choose({ newPerDay: 0, timeZone: 'UTC' });
    const at = new Date(Date.now() - 30 * 86_400_000);
    await me.seed({ kind: 'problem', slug: 'param-count', grade: 3, at });
    await page.goto('/en/practice');
    await page.getByRole('link', { name: t.start, exact: true }).waitFor();
    await expect.poll(() => isWhole(page, '/en/problems/param-count')).toBe(true);
    await context.setOffline(true);
    await page.goto('/en/practice/session');
    await page.getByRole('link', { name: t.openBlank }).click();
    await page.waitForURL('**/en/problems/param-count*');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('textbox', { name: workspaceMessages.en.editorLabel }).waitFor();
  });
});

test('samples run without a network in a workspace that was visited', async () => {
  await withPage(site.browser, { baseUrl: site.baseUrl, expected }, async (page, { context }) => {
    const t = workspaceMessages.en;
    await page.goto('/en');
    await served(page);
    const path = '/en/problems/param-count';
    await openWith(page, path, packageSource('param-count', 'accepted/shapes-in-bigint.ts'));
    await page.getByRole('button', { name: t.run, exact: true }).click();
    await page.getByText(t.allSamplesPass).waitFor();
    await expect.poll(() => isWhole(page, path)).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await turnToEditor(page);
    await page.getByRole('button', { name: t.run, exact: true }).click();
    await page.getByText(t.allSamplesPass).waitFor();
  });
});

test('nothing of an account is kept by the worker, and nothing of it is left after signing out', async () => {
  const account = { email: 'reader@example.org', password: 'a long password' };
  const { db } = site.database;
  await addUser(db, { ...account, role: 'learner', secret: 'x'.repeat(32) });
  const storageState = await signIn(site.baseUrl, account);
  await withPage(site.browser, { baseUrl: site.baseUrl, storageState }, async (page) => {
    await page.goto('/en/questions');
    await served(page);
    const paths = ['/en/practice', '/en/practice/session', '/en/problems', '/en/problems/param-count'];
    for (const path of [...paths, '/en/settings']) await page.goto(path, { waitUntil: 'networkidle' });
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('whetstone.practice.queue')))
      .not.toBeNull();
    const stored = await page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const entries = await Promise.all(
        stores.map(async (store) => {
          const requests = await store.keys();
          return Promise.all(
            requests.map(async (request) => ({
              path: new URL(request.url).pathname,
              text: (await (await store.match(request))?.text()) ?? '',
            })),
          );
        }),
      );
      return entries.flat();
    });
    expect(stored.length).toBeGreaterThan(5);
    expect(stored.filter(({ text }) => text.includes('reader@example.org'))).toEqual([]);
    const personal = stored
      .map(({ path }) => path)
      .filter((path) => /^\/api\/|\/(settings|submissions|rejudgings|practice|problems|session)$/.test(path));
    expect(personal).toEqual([]);

    await page.getByRole('button', { name: accountMessages.en.signOut, exact: true }).click();
    await page.waitForURL('**/en');
    expect(await page.evaluate(() => localStorage.getItem('whetstone.practice.queue'))).toBeNull();
  });
});

/**
 * The site behind an address of its own, at which its worker becomes newer when that is wanted: the file itself is also what
 * the pages of another test have.
 */
async function withRenewable(
  act: (front: { baseUrl: string; renew: () => void }) => Promise<void>,
): Promise<void> {
  let added = '';
  const pass = async (url: string, answer: ServerResponse) => {
    const reply = await fetch(new URL(url, site.baseUrl));
    // It came unpacked and whole.
    const { 'content-encoding': _, 'transfer-encoding': __, ...headers } = Object.fromEntries(reply.headers);
    const body = Buffer.from(await reply.arrayBuffer());
    const whole = url === '/sw.js' ? Buffer.concat([body, Buffer.from(added)]) : body;
    answer.writeHead(reply.status, { ...headers, 'content-length': whole.length }).end(whole);
  };
  const server = createServer(({ url = '/' }, answer) => {
    pass(url, answer).catch(() => answer.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it has no port');
  try {
    await act({
      baseUrl: `http://127.0.0.1:${address.port}`,
      renew: () => {
        added = '\n// newer';
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a newer version waits until it is asked for, then serves the page', async () => {
  await withRenewable(async ({ baseUrl, renew }) => {
    await withPage(site.browser, { baseUrl }, async (page) => {
      await page.goto('/en/about');
      await served(page);
      renew();
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      await page.getByText(shellMessages.en.newVersion).waitFor();
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: shellMessages.en.takeUp }).click();
      await loaded;
      await served(page);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByText(shellMessages.en.newVersion).count()).toBe(0);
    });
  });
});
