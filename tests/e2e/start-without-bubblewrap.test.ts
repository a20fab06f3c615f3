/** In a mount namespace of its own, where bubblewrap is covered up and apt-get is what the test says. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { launchBrowser, withPage } from '#tests/harness/browser.ts';
import { openWith, packageSource } from '#tests/harness/practice.ts';
import { type RunningWhetstone, startWhetstone } from '#tests/harness/whetstone.ts';

let folder: string;
let running: RunningWhetstone | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-bare-'));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(aptGet: string, environment: Record<string, string> = {}): Promise<RunningWhetstone> {
  const fake = join(folder, 'apt-get');
  writeFileSync(fake, `#!/bin/sh\necho "$*" >> ${folder}/asked\n${aptGet}\n`);
  chmodSync(fake, 0o755);
  const bare = `mount --bind /dev/null /usr/bin/bwrap && mount --bind ${fake} /usr/bin/apt-get && exec "$@"`;
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const within = ['unshare', '--mount', ...user, '--', 'sh', '-c', bare, 'sh'];
  running = await startWhetstone({ data: join(folder, 'data'), within, environment });
  return running;
}

const asked = () => (existsSync(`${folder}/asked`) ? readFileSync(`${folder}/asked`, 'utf8') : '');
const install = 'install -y --no-install-recommends bubblewrap\n';
const solution = packageSource('param-count', 'accepted/shapes-in-bigint.ts');

async function submit(baseUrl: string): Promise<string> {
  const guest = await fetch(`${baseUrl}/api/auth/sign-in/anonymous`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl },
    body: '{}',
  });
  const cookie = guest.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const reply = await fetch(`${baseUrl}/api/v1/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl, cookie },
    body: JSON.stringify({ problem: 'param-count', source: solution }),
  });
  const { id }: { id: string } = JSON.parse(await reply.text());
  const events = await fetch(`${baseUrl}/api/v1/submissions/${id}/events`, { headers: { cookie } });
  return events.text();
}

test('root on Debian gets it installed, is told so, and submissions are judged', async () => {
  // The first attempt fails as it does where no list of packages was ever fetched.
  const { baseUrl, said } = await start(
    `case $1 in update) touch ${folder}/listed;; *) [ -e ${folder}/listed ] && umount /usr/bin/bwrap;; esac`,
  );
  expect(asked()).toBe(`${install}update\n${install}`);
  expect(said()).toMatch(/✓ install bubblewrap, which confines submissions \(apt-get install bubblewrap\)/);
  // A probe is answered within a second, which the first look at a database may take longer than on a busy machine.
  await expect
    .poll(async () => (await fetch(`${baseUrl}/readyz`)).json())
    .toMatchObject({ status: 'ready', checks: { judge: true } });
  expect(await submit(baseUrl)).toContain('"verdict":"AC"');
});

test('where it cannot be had the site is there, says that nobody judges, and keeps what is submitted', async () => {
  const { baseUrl, said } = await start('echo "E: Unable to locate package bubblewrap"; exit 100');
  expect(said()).toMatch(/bubblewrap is not installed: .*apt-get install bubblewrap/);
  expect(said()).toContain('E: Unable to locate package bubblewrap');
  expect(said()).toMatch(/the judge is not started: submissions wait .* WHETSTONE_WEAK_SANDBOX=1/);
  const ready = async () => {
    const answer = await fetch(`${baseUrl}/readyz`);
    return { status: answer.status, body: await answer.json() };
  };
  // As above.
  await expect.poll(ready).toMatchObject({
    status: 503,
    body: { status: 'not ready', checks: { database: true, queue: true, judge: false } },
  });
  expect((await fetch(`${baseUrl}/en/questions/overfitting`)).status).toBe(200);
  const browser = await launchBrowser();
  try {
    for (const locale of ['en', 'zh'] as const) {
      const t = workspaceMessages[locale];
      await withPage(browser, { baseUrl, locale }, async (page) => {
        // What was computed by an earlier start (the test above) is published all the same.
        await openWith(page, `/${locale}/problems/param-count`, solution);
        await page.getByRole('button', { name: t.submit, exact: true }).click();
        await page.getByRole('status').getByText(t.unattended).waitFor();
      });
    }
  } finally {
    await browser.close();
  }
});

test('WHETSTONE_WEAK_SANDBOX=1 judges all the same, and warns', async () => {
  const { baseUrl, said } = await start('exit 100', { WHETSTONE_WEAK_SANDBOX: '1' });
  expect(said()).toMatch(/cannot be confined here: .*run all the same, as WHETSTONE_WEAK_SANDBOX=1 asks/s);
  expect(await submit(baseUrl)).toContain('"verdict":"AC"');
});
