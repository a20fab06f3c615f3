/** A new author's first problem, from nothing to solved on the site, by the commands that the README gives. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { bareEnvironment } from '../harness/bare-environment.ts';
import { withPage } from '../harness/browser.ts';
import { judged, openPractice, openWith, type Practice } from '../harness/practice.ts';

const root = join(import.meta.dirname, '../..');
let practice: Practice;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'new-author-'));
  practice = await openPractice({ problems: false });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await practice?.close();
});

function whetstone(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/whetstone'), args, {
    encoding: 'utf8',
    timeout: 180_000,
    cwd: folder,
    env: bareEnvironment({ DATABASE_URL: practice.database.url }),
  });
  return { status, stdout, stderr };
}

test('a new problem is begun, edited, verified, published, and solved on the site', async () => {
  const names = ['--name-en', 'Rows of mine', '--name-zh', '我的行'];
  const begun = whetstone('problem', 'new', 'my-rows', '--folder', '.', ...names);
  expect(begun).toMatchObject({ status: 0, stderr: '' });

  for (const [locale, said] of [
    ['en', 'Written by a new author.'],
    ['zh', '新作者写的题目。'],
  ] as const) {
    const statement = join(folder, `my-rows/statement/problem.${locale}.md`);
    writeFileSync(statement, `${said}\n\n${readFileSync(statement, 'utf8')}`);
  }
  const generator = join(folder, 'my-rows/generators/rows.ts');
  writeFileSync(generator, readFileSync(generator, 'utf8').replace('* 2 - 1', '* 3 - 1'));

  const verified = whetstone('problem', 'verify', './my-rows');
  expect(verified.stdout).toMatch(/^my-rows: all holds, 0 warnings$/m);
  const published = whetstone('problem', 'publish', './my-rows');
  expect(published.stdout).toMatch(/^my-rows: new, sha256:[0-9a-f]{64}$/m);

  const solution = readFileSync(join(folder, 'my-rows/submissions/accepted/loops.ts'), 'utf8');
  for (const [locale, name, said] of [
    ['en', 'Rows of mine', 'Written by a new author.'],
    ['zh', '我的行', '新作者写的题目。'],
  ] as const) {
    const t = workspaceMessages[locale];
    await withPage(practice.browser, { baseUrl: practice.baseUrl, locale }, async (page) => {
      await page.goto(`/${locale}/problems`);
      await page.getByRole('link', { name }).click();
      await page.getByText(said).waitFor();
      await openWith(page, `/${locale}/problems/my-rows`, solution);
      await page.getByRole('button', { name: t.run, exact: true }).click();
      await page.getByText(t.allSamplesPass).waitFor();
      await page.getByRole('button', { name: t.submit, exact: true }).click();
      expect(await (await judged(page, 'AC')).textContent()).toContain(t.score(100, 100));
    });
  }
}, 300_000);
