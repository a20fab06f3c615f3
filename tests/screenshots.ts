/**
 * `npm run screenshots -- [--url http://localhost:3000] [path …]`: every page of a running site in both languages,
 * themes and widths, into tests/screenshots/.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { screenshotAll } from './harness/screenshots.ts';

const allPaths = [
  '/',
  '/questions',
  '/questions/overfitting',
  '/problems',
  '/about',
  '/sign-in',
  '/sign-up',
  '/settings',
  '/nowhere',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://localhost:3000' } },
});
const files = await screenshotAll({
  baseUrl: values.url,
  paths: positionals.length > 0 ? positionals : allPaths,
  folder: join(import.meta.dirname, 'screenshots'),
  // A closed answer shows little of a question's page.
  prepare: async (page, path) => {
    if (!path.startsWith('/questions/')) return;
    for (const folded of await page.locator('details > summary').all()) await folded.click();
  },
});
process.stdout.write(`${files.map((file) => relative(process.cwd(), file)).join('\n')}\n`);
