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
