/**
 * `npm run bench:web`: Lighthouse on the pages that people come by, in the browser of the e2e tests, on the built site. A
 * table, or JSON alone with `-- --json`. `-- --url http://localhost:3000` measures a site that runs already, `-- --quick`
 * once a page instead of three times.
 *
 * Questions are read on phones: these are measured as Lighthouse does by default, a slow phone on a slow network. Code is
 * written on laptops, so the workspace is measured as one (its `desktop` preset).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rootFolder } from '#bin/config.ts';
import { launchBrowser } from '#tests/harness/browser.ts';
import { findFreePort } from '#tests/harness/free-port.ts';
import { startWhetstone } from '#tests/harness/whetstone.ts';
import { measurePage, type PageScores } from './web/measure-page.ts';
import { tableOf } from './web/table.ts';

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, url: { type: 'string' } },
});

const pages = [
  { name: 'home', path: '/en', device: 'phone', wanted: 100 },
  { name: 'list', path: '/en/questions', device: 'phone', wanted: 100 },
  { name: 'question', path: '/en/questions/kv-cache-and-its-compression', device: 'phone', wanted: 100 },
  { name: 'question, zh', path: '/zh/questions/overfitting', device: 'phone', wanted: 100 },
  { name: 'workspace', path: '/en/problems/prune', device: 'laptop', wanted: 95 },
] as const;

const folder = join(rootFolder, '.whetstone/bench');
mkdirSync(folder, { recursive: true });
const site = flags.url ? undefined : await startWhetstone({ data: join(folder, 'data') });
const port = await findFreePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  const baseUrl = flags.url ?? site?.baseUrl ?? '';
  const scores: PageScores[] = [];
  for (const page of pages)
    scores.push(await measurePage({ ...page, baseUrl, port, runs: flags.quick ? 1 : 3 }));
  process.stdout.write(`${flags.json ? JSON.stringify(scores, null, 2) : tableOf(scores)}\n`);
  if (scores.some(({ reached }) => !reached)) process.exitCode = 1;
} finally {
  await browser.close();
  await site?.stop();
}
