/** The field that stands in the workspace at first, Monaco in its place, and Vim's keys over that. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { keepBusy, rest } from '#tests/harness/at-rest.ts';
import { withPage } from '#tests/harness/browser.ts';
import { openPractice, openWith, type Practice, packageSource } from '#tests/harness/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
  return practice.close;
});

const t = workspaceMessages.en;
const path = '/en/problems/param-count';
const right = packageSource('param-count', 'accepted/shapes-in-bigint.ts');

const view = (expected: RegExp[] = []) => ({ baseUrl: practice.baseUrl, expected });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const keptSource = (page: Page) => page.evaluate(() => localStorage.getItem('whetstone.draft.param-count'));
// Of the page's own scripts none is as large.
const isEditor = (script: Buffer) => script.byteLength > 1_000_000;

test('samples run before anybody has turned to the editor, which comes by itself where all is quiet', async () => {
  await withPage(practice.browser, view(), async (page) => {
    await openWith(page, path, right);
    await page.mouse.move(0, 0);
    await keepBusy(page);
    await page.reload();
    await page.locator('.code-field textarea').waitFor();
    expect(await page.locator('.monaco-editor').count()).toBe(0);
    await page.keyboard.press("Control+'");
    await page.getByText(t.allSamplesPass).waitFor();
    await page.reload();
    await rest(page);
    await page.locator('.monaco-editor .view-line').first().waitFor();
  });
});

test('what is typed before the editor is there goes over with it, and so do cursor and focus', async () => {
  await withPage(practice.browser, { ...view(), serviceWorker: false }, async (page) => {
    const editor = Promise.withResolvers<void>();
    await page.route('**/_next/static/chunks/*.js', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      if (isEditor(body)) await editor.promise;
      await route.fulfill({ response, body });
    });
    await page.goto(path);
    const field = page.locator('.code-field textarea');
    await field.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// mine');
    expect(await page.locator('.monaco-editor').count()).toBe(0);
    editor.resolve();
    await field.waitFor({ state: 'detached' });
    await page.keyboard.type(' and more');
    await page.keyboard.press('Enter');
    await expect.poll(() => keptSource(page)).toContain('"// mine and more\\n');
    for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z');
    await expect.poll(() => keptSource(page)).not.toContain('mine');
  });
});

test('without the editor a plain field submits all the same', async () => {
  const complaints = [/ERR_FAILED|Failed to load|ChunkLoadError/];
  await withPage(practice.browser, { ...view(complaints), serviceWorker: false }, async (page) => {
    await openWith(page, path, right);
    await page.route('**/_next/static/chunks/*.js', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await (isEditor(body) ? route.abort() : route.fulfill({ response, body }));
    });
    await page.reload();
    await page.locator('.code-field').hover();
    await page.getByText(t.editorFailed).waitFor();
    expect(await page.getByRole('textbox', { name: t.editorLabel }).inputValue()).toBe(right);
    await button(page, t.submit).click();
    await page.locator('[data-verdict="AC"]').waitFor();
  });
});

test('keys: Escape leaves the editor, ? shows all of them, Vim is a setting that stays', async () => {
  await withPage(practice.browser, view(), async (page) => {
    await openWith(page, path, right);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText(t.keyList.submit).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: t.vim }).check();
    await page.reload();
    await page.locator('.vim-status').getByText('NORMAL').waitFor();
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.type(':w');
    await page.keyboard.press('Enter');
    await page.getByText(t.saved.local).waitFor();
  });
});
