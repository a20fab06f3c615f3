/** A site with all problems published and a judge at work: what a solver meets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { judgeSpec } from '#bin/start/parts.ts';
import { startService } from '#bin/start/service.ts';
import { withStations } from '#bin/stations.ts';
import { publishAll } from '#judge/publish.ts';
import type { VerdictCode } from '#judge/verdict.ts';
import { openTestSite, type TestSite } from './site.ts';

const root = join(import.meta.dirname, '../..');
// The repository's own cache: what was prepared once is not prepared for every test file.
const cacheDir = join(root, '.whetstone/cache');

export type Practice = TestSite & {
  /** Starts the judge where it doesn't run yet. */
  startJudge(): Promise<void>;
};

export async function openPractice({
  judge = true,
  problems = true,
}: {
  judge?: boolean;
  /** False: nothing is published yet. */
  problems?: boolean;
} = {}): Promise<Practice> {
  const site = await openTestSite();
  const { db } = site.database;
  if (problems)
    await withStations({ warm: ['plain'], cacheDir }, (openStations) =>
      publishAll(join(root, 'content'), { db, cacheDir, openStations }),
    );
  const environment = { ...site.environment, WHETSTONE_CACHE_DIR: cacheDir, WHETSTONE_CONCURRENCY: '2' };
  let running: ReturnType<typeof startService> | undefined;
  const startJudge = async () => {
    const options = { data: site.data };
    running ??= startService(
      judgeSpec({ options, environment, args: [join(root, 'judge/main.ts')], echo: false }),
    );
    await running.ready;
  };
  if (judge) await startJudge();
  return {
    ...site,
    startJudge,
    close: async () => {
      await running?.stop(new AbortController().signal);
      await site.close();
    },
  };
}

/** A file of a package's submissions. */
export function packageSource(slug: string, file: string): string {
  return readFileSync(join(root, 'content/problems', slug, 'submissions', file), 'utf8');
}

/** Opens a problem's workspace with a source in the editor, as if it had been typed earlier. */
export async function openWith(page: Page, path: string, source: string): Promise<void> {
  const slug = path.split('/').at(-1) ?? '';
  await page.goto(path);
  await page.evaluate(
    ([key, text]) => localStorage.setItem(String(key), JSON.stringify({ source: text, savedAt: Date.now() })),
    [`whetstone.draft.${slug}`, source],
  );
  await page.reload();
  await turnToEditor(page);
}

/** Points at the code, for which the editor is made, and waits for that. */
export async function turnToEditor(page: Page): Promise<void> {
  await page.locator('.code-field, .monaco-editor').first().hover();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Waits for a report, of any verdict where none is named: the judge shares its cores with the site, the browser and more. */
export async function judged(page: Page, verdict?: VerdictCode): Promise<Locator> {
  const report = page.locator(verdict === undefined ? '[data-verdict]' : `[data-verdict="${verdict}"]`);
  await report.waitFor({ timeout: 90_000 });
  return report;
}

/**
 * A page hears nothing of its submission until what is returned is called, or it asks by itself, after ten seconds. Of one
 * without a service worker.
 */
export async function holdEvents(page: Page): Promise<() => void> {
  const heard = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/submissions\/[^/]+\/events/, (route) =>
    heard.promise.then(() => route.continue()),
  );
  return heard.resolve;
}

/** Numbers of the lines that the editor underlines as wrong, as its margin has them. */
export async function markedLines(page: Page): Promise<(string | null)[]> {
  const numbers = await page.locator('.monaco-editor').evaluate((editor) => {
    const rows = [...editor.querySelectorAll('.line-numbers')];
    return [...editor.querySelectorAll('.squiggly-error')].flatMap((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const beside = rows.filter((row) => {
        const box = row.getBoundingClientRect();
        return box.top <= middle && middle < box.bottom;
      });
      return beside.map((row) => row.textContent);
    });
  });
  return [...new Set(numbers)];
}
