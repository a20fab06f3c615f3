import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, type View, withPage } from './browser.ts';

export type Screenshots = {
  baseUrl: string;
  /** Without their language: `/`, `/questions`. */
  paths: readonly string[];
  folder: string;
  /** Of `signIn`, for pages that show who is there. */
  storageState?: View['storageState'];
  /** Brings a page to the state worth seeing. */
  prepare?: (page: Page, path: string) => Promise<void>;
};

const locales = ['en', 'zh'] as const;
const themes = ['light', 'dark'] as const;
const widths = [1280, 390] as const;

/** Every path in both languages, both themes and both widths, whole length; the files' paths. */
export async function screenshotAll(screenshots: Screenshots): Promise<string[]> {
  mkdirSync(screenshots.folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const files: string[] = [];
    for (const path of screenshots.paths) files.push(...(await screenshotPath(browser, screenshots, path)));
    return files;
  } finally {
    await browser.close();
  }
}

async function screenshotPath(
  browser: Browser,
  { baseUrl, folder, prepare, storageState }: Screenshots,
  path: string,
): Promise<string[]> {
  const views = locales.flatMap((locale) =>
    themes.flatMap((theme) =>
      widths.map((width) => ({
        baseUrl,
        locale,
        theme,
        width,
        ...(storageState && { storageState }),
      })),
    ),
  );
  const files: string[] = [];
  for (const view of views) {
    const name = path === '/' ? 'home' : path.slice(1).replaceAll(/[^a-z0-9-]+/gi, '_');
    const file = join(folder, `${name}.${view.locale}.${view.theme}.${view.width}.png`);
    // A picture of a page that complains is worth having; the complaint is a test's matter.
    await withPage(browser, { ...view, expected: [/./] }, async (page) => {
      await page.goto(`/${view.locale}${path === '/' ? '' : path}`, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      await prepare?.(page, path);
      await page.screenshot({ path: file, fullPage: true });
    });
    files.push(file);
  }
  return files;
}
