import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { getTaught } from '#app/_practice/taught.ts';
import { locales } from '#app/_ui/languages.ts';
import { withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';
import { bytesOverWire } from '#tests/harness/wire.ts';

/** What a page to be read may make a browser fetch to run, compressed: half of the 90 KB that were promised. */
const allowedBytes = 45_000;

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

describe.each(locales)('in %s', (locale) => {
  const weights = new Map<string, number>();

  /** What a page that is built ahead names to be run, bytes over the wire. */
  async function scriptsOf(path: string): Promise<number> {
    const response = await fetch(`${site.baseUrl}/${locale}${path}`);
    expect(response.headers.get('x-nextjs-prerender'), path).toMatch(/^1\b/);
    const html = await response.text();
    const scripts = new Set(
      [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"[^>]*>/g)].map(
        ([, src = '']) => src,
      ),
    );
    expect(scripts.size, path).toBeGreaterThan(0);
    let total = 0;
    for (const script of scripts) {
      const bytes = weights.get(script) ?? (await bytesOverWire(new URL(script, site.baseUrl).href));
      weights.set(script, bytes);
      total += bytes;
    }
    return total;
  }

  test('every question is the same page for all and names at most 45 KB of script', async () => {
    for (const { slug } of await getTaught()) {
      const path = `/questions/${slug}`;
      expect(await scriptsOf(path), path).toBeLessThanOrEqual(allowedBytes);
    }
  });

  test('the list of questions, which marks what somebody bookmarked, names no more', async () => {
    expect(await scriptsOf('/questions')).toBeLessThanOrEqual(allowedBytes);
  });

  test('on a phone the typeface of code is not fetched for code that is folded up, and nothing moves', async () => {
    await withPage(site.browser, { baseUrl: site.baseUrl, locale, width: 390 }, async (page) => {
      const faces: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'font') faces.push(request.url());
      });
      // Checks are laid out late by an animation.
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.goto(`/${locale}/questions/overfitting`, { waitUntil: 'networkidle' });
      expect(faces.filter((face) => face.includes('source-sans'))).not.toEqual([]);
      expect(faces.filter((face) => face.includes('jetbrains'))).toEqual([]);
      expect(await shiftOf(page)).toBeLessThan(0.01);
      // What was laid out after the first paint is all there.
      const checks = await page.locator('li[id^="check-"]').all();
      expect(checks.length).toBeGreaterThan(3);
      for (const check of checks) {
        await check.scrollIntoViewIfNeeded();
        await check.getByRole('button').first().waitFor();
      }
    });
  });

  test('reading, ticking and answering fetch no more than that', async () => {
    await withPage(site.browser, { baseUrl: site.baseUrl, locale }, async (page) => {
      const scripts = new Set<string>();
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.add(request.url());
      });
      await page.goto(`/${locale}/questions/overfitting`, { waitUntil: 'networkidle' });
      await page.locator('summary').first().click();
      await page.getByRole('checkbox').first().check();
      await page.waitForLoadState('networkidle');
      let total = 0;
      for (const script of scripts) total += await bytesOverWire(script);
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(allowedBytes);
    });
  });
});

/** How far what is in sight has moved by itself: the cumulative layout shift. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Where nothing moved, nobody calls.
        setTimeout(() => resolve(0), 500);
      }),
  );
}
