/** When a page comes to rest is for a test to say: one that is held up for seconds would find it done already. */
import type { Page } from 'playwright-core';

type Held = typeof globalThis & { rest?: () => void };

/** From its next load on, the browser has no moment to spare ({@link file://../../app/_ui/when-quiet.ts}) until {@link rest}. */
export async function keepBusy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = globalThis.requestIdleCallback;
    const waiting: IdleRequestCallback[] = [];
    globalThis.requestIdleCallback = (act) => waiting.push(act);
    Object.assign(globalThis, {
      rest: () => {
        globalThis.requestIdleCallback = real;
        for (const act of waiting.splice(0)) real(act);
      },
    });
  });
}

/** Now it has. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as Held).rest?.());
}
