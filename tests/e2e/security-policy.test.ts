import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPage, withPage } from '#tests/harness/browser.ts';
import { openTestSite, type TestSite } from '#tests/harness/site.ts';

const builtAhead = ['/en', '/zh/questions', '/en/questions/overfitting', '/zh/about'];
const onRequest = ['/en/problems', '/zh/settings', '/en/sign-in'];

let site: TestSite;

beforeAll(async () => {
  site = await openTestSite();
  return site.close;
});

describe.each([...builtAhead, ...onRequest])('%s', (path) => {
  test('runs with its own scripts and no others', async () => {
    const open = await openPage(site.browser, { baseUrl: site.baseUrl });
    const response = await open.page.goto(path, { waitUntil: 'networkidle' });
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src')) ?? '';
    expect(scripts).toMatch(/'(sha256|nonce)-/);
    expect(scripts).not.toMatch(/unsafe|strict-dynamic|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
    // The page hears keys, and fetches what one of them asks for: nothing of ours was refused.
    await open.page.keyboard.press('?');
    await open.page.getByRole('dialog').waitFor();
    expect(open.complaints).toEqual([]);

    const ran = await open.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="data:," onerror="document.title = \'taken over\'">';
      const image = holder.firstElementChild;
      const failed = new Promise((resolve) => image?.addEventListener('error', resolve));
      document.body.append(holder);
      await failed;
      return document.title === 'taken over';
    });
    expect(ran).toBe(false);
    expect(open.complaints.some((text) => text.includes('Content Security Policy'))).toBe(true);
    await open.context.close();
  });
});

test('pages that are the same for all keep one policy; pages made now have a new nonce each time', async () => {
  const policyOf = async (path: string) =>
    (await fetch(new URL(path, site.baseUrl))).headers.get('content-security-policy');
  for (const path of builtAhead) expect(await policyOf(path)).toBe(await policyOf(path));
  for (const path of onRequest) expect(await policyOf(path)).not.toBe(await policyOf(path));
});

test('every answer says that it is not to be sniffed, framed or shared', async () => {
  for (const path of ['/en', '/en/nowhere', '/', '/api/v1/problems', '/healthz']) {
    const { headers } = await fetch(new URL(path, site.baseUrl), { redirect: 'manual' });
    expect.soft(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect.soft(headers.get('x-frame-options'), path).toBe('DENY');
    expect.soft(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin');
    expect.soft(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect.soft(headers.get('permissions-policy'), path).toContain('camera=()');
    expect.soft(headers.get('x-powered-by'), path).toBeNull();
  }
});

test('code in a worker of ours reaches neither the API nor anything else', async () => {
  const chunks = readdirSync(join(import.meta.dirname, '../../.next/static/chunks'));
  const script = chunks.find((file) => file.endsWith('.js'));
  if (script === undefined) throw new Error('the build has no scripts');
  const view = { baseUrl: site.baseUrl, expected: [/./], serviceWorker: false };
  await withPage(site.browser, view, async (page) => {
    // A stranger's code, put at the head of one of our own scripts: the policy comes with the address.
    await page.route(`**/${script}?hostile`, async (route) => {
      const answer = await route.fetch({ url: `${site.baseUrl}/_next/static/chunks/${script}` });
      await route.fulfill({ response: answer, body: hostile });
    });
    await page.goto('/en/about');
    const told = await page.evaluate(
      (address) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(address, { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = () => reject(new Error('the worker did not start'));
        }),
      `/_next/static/chunks/${script}?hostile`,
    );
    expect(told).toEqual({
      fetch: 'refused',
      socket: 'refused',
      eval: 'refused',
      worker: 'refused',
      blob: 'imported',
    });
  });
});

// Tries each way out; that a blob is imported is what the samples worker lives by.
const hostile = `
const told = {};
const attempt = async (name, act) => {
  try { told[name] = await act(); } catch { told[name] = 'refused'; }
};
await attempt('fetch', async () => { await fetch('/api/v1/problems'); return 'reached'; });
await attempt('socket', () => new Promise((resolve) => {
  const socket = new WebSocket(location.origin.replace('http', 'ws'));
  socket.onopen = () => resolve('reached');
  socket.onerror = () => resolve('refused');
}));
await attempt('eval', async () => { eval('1'); return 'reached'; });
await attempt('worker', () => new Promise((resolve) => {
  const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
  worker.onmessage = () => resolve('reached');
  worker.onerror = () => resolve('refused');
}));
await attempt('blob', async () => {
  const url = URL.createObjectURL(new Blob(['export const x = 1'], { type: 'text/javascript' }));
  const { x } = await import(url);
  return x === 1 ? 'imported' : 'odd';
});
postMessage(told);
`;
