/**
 * `npm run screenshots -- [--url http://localhost:3000] [--email … --password …] [path …]`: every page of a running
 * site in both languages, themes and widths, into tests/screenshots/; with an account, as it sees them.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from './harness/browser.ts';
import { screenshotAll } from './harness/screenshots.ts';

const allPaths = [
  '/',
  '/questions',
  '/questions/making-a-large-model-cheaper-to-compute',
  '/questions/overfitting',
  '/questions/transfer-learning',
  '/topics',
  '/tracks',
  '/practice',
  '/practice/session',
  '/progress',
  '/mock',
  '/problems',
  '/problems/prune',
  '/about',
  '/sign-in',
  '/sign-up',
  '/settings',
  '/offline',
  '/nowhere',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string' },
    password: { type: 'string' },
  },
});
const { url: baseUrl, email, password } = values;
const storageState = email && password ? await signIn(baseUrl, { email, password }) : undefined;
const files = await screenshotAll({
  baseUrl,
  ...(storageState && { storageState }),
  paths: positionals.length > 0 ? positionals : allPaths,
  folder: join(import.meta.dirname, 'screenshots'),
  // A closed answer shows little of a question.
  prepare: async (page, path) => {
    if (path === '/practice/session') {
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('Space');
    }
    if (!/^\/(questions\/|practice)/.test(path)) return;
    // Some lie within others and come into view with them.
    for (const folded of await page.locator('details > summary').all()) {
      if (await folded.isVisible()) await folded.click();
    }
  },
});
process.stdout.write(`${files.map((file) => relative(process.cwd(), file)).join('\n')}\n`);
