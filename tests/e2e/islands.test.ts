import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

/** A check far below the screen of a phone. */
const far = '#check-augmentation [data-island=Check]';

/** Marks what was sent before any script runs: what comes to life takes its place. */
async function openMarked(page: Page): Promise<void> {
  await page.addInitScript((far) => {
    document.addEventListener('readystatechange', () =>
      document.querySelector(far)?.firstElementChild?.setAttribute('data-sent', ''),
    );
  }, far);
  await page.goto('/en/questions/overfitting');
}

const asleep = (page: Page) => page.locator(`${far} > [data-sent]`).count();
const phone = () => ({ baseUrl: site.baseUrl, width: 390 });

test('what is far below comes to life when one comes near', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    expect(await asleep(page)).toBe(1);
    await page.locator(far).locator('.prose').first().scrollIntoViewIfNeeded();
    await expect.poll(() => asleep(page)).toBe(0);
  });
});

test('or by itself, once the page is at rest', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    expect(await asleep(page)).toBe(1);
    await expect.poll(() => asleep(page)).toBe(0);
  });
});

test('a click that no pointer made, as by a screen reader, is not lost on what sleeps', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    const [sent, checked] = await page.evaluate((far) => {
      const place = document.querySelector(far);
      const option = () => place?.querySelector('input');
      const sent = place?.querySelector('[data-sent]') !== null;
      option()?.click();
      return [sent, option()?.checked];
    }, far);
    expect([sent, checked]).toEqual([true, true]);
    expect(await asleep(page)).toBe(0);
  });
});

test('the focus stays where it was put when what it is in comes to life', async () => {
  await withPage(site.browser, phone(), async (page) => {
    await openMarked(page);
    const [sent, focused] = await page.evaluate((far) => {
      const place = document.querySelector(far);
      const option = () => place?.querySelector('input');
      const sent = place?.querySelector('[data-sent]') !== null;
      option()?.focus({ preventScroll: true });
      return [sent, document.activeElement === option()];
    }, far);
    expect([sent, focused]).toEqual([true, true]);
    expect(await asleep(page)).toBe(0);
  });
});
