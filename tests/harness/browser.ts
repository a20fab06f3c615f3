/** Headless Chromium for tests and screenshots. A page that complains fails the test that opened it. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page, request } from 'playwright-core';
import { shellMessages } from '#app/_messages/shell.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';

export type View = {
  /** `http://127.0.0.1:PORT` */
  baseUrl: string;
  locale?: Locale;
  theme?: 'light' | 'dark';
  width?: number;
  /** The reader's, as `Asia/Shanghai`; without it that of the machine. */
  timeZone?: string;
  javaScript?: boolean;
  /** False where a test answers in the site's place: a worker that has come would ask past it. */
  serviceWorker?: boolean;
  /** Of {@link signIn}; without it nobody is signed in. */
  storageState?: StorageState;
  /** Complaints that belong to what the test does: `/401 .*\/api\/v1\/submissions/`. */
  expected?: RegExp[];
};

export type OpenPage = {
  page: Page;
  context: BrowserContext;
  /** What the page complained of until now. */
  complaints: string[];
  /** Throws where the page complained of what was not expected. */
  close(): Promise<void>;
};

/** What a browser complains of where it has no network: requests, and the service worker it wanted to look for. */
export const complaintsOffline = [
  /ERR_INTERNET_DISCONNECTED/,
  /unknown error occurred when fetching the script/,
];

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What a browser keeps of somebody who has signed in: once for all pages, since signing in is rationed. */
export async function signIn(
  baseUrl: string,
  account: { email: string; password: string },
): Promise<StorageState> {
  const context = await request.newContext({ baseURL: baseUrl, extraHTTPHeaders: { origin: baseUrl } });
  const answer = await context.post('/api/auth/sign-in/email', { data: account });
  if (!answer.ok()) throw new Error(`signing in was answered ${answer.status()}: ${await answer.text()}`);
  const state = await context.storageState();
  await context.dispose();
  return state;
}

// Debian's headless shell is Chromium without the program around its pages, which takes a fifth of the processor's time.
const shellPath = '/usr/bin/chromium-headless-shell';

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: existsSync(shellPath) ? shellPath : '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** A page of a visitor of its own. Whoever opens it closes it. */
export async function openPage(browser: Browser, view: View): Promise<OpenPage> {
  const { baseUrl, locale = 'en', theme = 'light', width = 1280, javaScript = true } = view;
  const { storageState, serviceWorker = true, timeZone } = view;
  const expected = [
    ...(view.expected ?? []),
    ...(serviceWorker ? [] : [/Service Worker registration blocked/]),
  ];
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: theme,
    viewport: { width, height: width < 600 ? 844 : 800 },
    javaScriptEnabled: javaScript,
    serviceWorkers: serviceWorker ? 'allow' : 'block',
    reducedMotion: 'reduce',
    ...(timeZone && { timezoneId: timeZone }),
    ...(storageState && { storageState }),
  });
  const page = await context.newPage();
  const complaints = listen(page, javaScript);
  return {
    page,
    context,
    complaints,
    close: async () => {
      await closeContext(context);
      const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
      if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join('\n')}`);
    },
  };
}

/** Opens a page, acts, closes it, and throws where the page complained. */
export async function withPage<T>(
  browser: Browser,
  view: View,
  act: (page: Page, open: OpenPage) => Promise<T>,
): Promise<T> {
  const open = await openPage(browser, view);
  let result: T;
  try {
    result = await act(open.page, open);
  } catch (error) {
    const seen = await whatIsSeen(open.page);
    await closeContext(open.context);
    // What the page said and showed is often why, and on another machine nobody can look again.
    const complained = open.complaints.map((complaint) => `\nthe page complained: ${complaint}`).join('');
    throw new Error(`${error}${complained}\n${seen}`, { cause: error });
  }
  await open.close();
  return result;
}

/** An answer that a test has on its way in the site's place would fail the run when its page is gone. */
async function closeContext(context: BrowserContext): Promise<void> {
  for (const routed of [context, ...context.pages()])
    await routed.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => undefined);
  await context.close();
}

// vitest.config.ts runs such a test again.
const notDrawn = 'the browser draws this page no more';

async function whatIsSeen(page: Page): Promise<string> {
  try {
    const tree = await page.locator('main').ariaSnapshot({ timeout: 2000 });
    const frames = (await isDrawn(page)) ? '' : `${notDrawn}\n`;
    return `${frames}${page.url()} showed:\n${tree.slice(0, 4000)}`;
  } catch (cause) {
    return `what ${page.url()} showed can't be told: ${cause}`;
  }
}

/** Whether a page that answers also gets frames, which a click waits for. Once in thousands of pages none come. */
async function isDrawn(page: Page): Promise<boolean> {
  // Waits for two frames, also where scripts are off.
  return page
    .locator('html')
    .scrollIntoViewIfNeeded({ timeout: 3000 })
    .then(
      () => true,
      () => false,
    );
}

function listen(page: Page, javaScript: boolean): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page cancels what it was still fetching ahead. Without JavaScript, scripts are refused as a policy would.
    const meant = why === 'net::ERR_ABORTED' || (why === 'csp' && !javaScript);
    if (!meant) complaints.push(`failed: ${request.method()} ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    const status = response.status();
    if (status >= 400) complaints.push(`${status} ${response.request().method()} ${response.url()}`);
  });
  return complaints;
}

const loading = new RegExp(
  [
    ...Object.values(shellMessages).map((texts) => texts.loading),
    ...Object.values(workspaceMessages).map((texts) => texts.editorLoading),
  ].join('|'),
);

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Throws with every rule of WCAG 2.2 AA that the page breaks, and where; waits for the page behind a skeleton. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: loading }).first().waitFor({ state: 'detached' });
  // After a soft navigation Next takes the old title away and brings the new one later.
  await page.waitForFunction(() => document.title !== '');
  // What is far from the screen isn't laid out, and would not be looked at.
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(all);
  });
  // Legacy: within the page alone. Otherwise another page is opened each time, for frames that ours do not have.
  // Preloading is for films and sounds; what is in order need not be told. Without both it takes less than half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: standards, preload: false, resultTypes: ['violations'] })
    .analyze();
  const told = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      (node) => `${id} (${impact}): ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary ?? ''}`,
    ),
  );
  if (told.length > 0) throw new Error(`${page.url()} is not accessible:\n${told.join('\n')}`);
}

/** Throws where the page is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  if (content > screen) throw new Error(`${page.url()} is ${content} px wide on a screen of ${screen} px`);
}
