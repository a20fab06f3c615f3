import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdDatabase, runWhetstone } from '#tests/harness/commands.ts';
import { withDatabase } from '#tests/harness/database.ts';
import { withMounts } from '#tests/harness/mounts.ts';
import { type RunningWhetstone, type StartOptions, startWhetstone } from '#tests/harness/whetstone.ts';

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'whetstone-start-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((whetstone) => whetstone.stop()));
  rmSync(data, { recursive: true, force: true });
});

const started: RunningWhetstone[] = [];

async function start(options: StartOptions = {}): Promise<RunningWhetstone> {
  const whetstone = await startWhetstone({ data, ...options });
  started.push(whetstone);
  return whetstone;
}

/** On a machine with much to do a judge's sign of life may be late for once. */
async function expectReady({ baseUrl }: RunningWhetstone): Promise<void> {
  await expect.poll(async () => (await fetch(`${baseUrl}/readyz`)).status).toBe(200);
}

/**
 * Whoever watches over the services outlives the command: by a moment where it has heard that all ended well, by the
 * patience that they are given where the command was killed.
 */
async function expectNoProcess(...names: string[]): Promise<void> {
  const left = () => (names.length > 0 ? names : [data]).flatMap(processesOnData);
  await expect.poll(left, { timeout: 40_000, interval: 100 }).toEqual([]);
}

/** Command lines of living processes that name the data folder, or what else is given, in arguments or environment. */
function processesOnData(name: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .flatMap((pid) => {
      try {
        const [args = '', environment = ''] = ['cmdline', 'environ'].map((file) =>
          readFileSync(`/proc/${pid}/${file}`, 'utf8'),
        );
        const text = `${args}\n${environment}`;
        // In the database's address the folder stands escaped.
        const ours = text.includes(name) || text.includes(encodeURIComponent(name));
        return ours ? [args.replaceAll('\0', ' ')] : [];
      } catch {
        return [];
      }
    });
}

const steps = [
  'start Postgres',
  'migrate the database',
  'publish the problems',
  'start the judge',
  'start the site',
];

test('every step is named with its time, a second instance is refused, and SIGTERM leaves no process', async () => {
  const whetstone = await start();
  for (const name of steps) expect(whetstone.said()).toMatch(new RegExp(`✓ ${name} {2}\\d+\\.\\d s`));
  await expectReady(whetstone);
  expect(processesOnData(data).length).toBeGreaterThan(3);

  const second = spawnSync('bin/whetstone', ['start', '--data', data, '--port', '1'], { encoding: 'utf8' });
  expect(second.status).toBe(2);
  expect(second.stderr).toMatch(/another Whetstone runs on .* choose another folder by --data/);

  whetstone.process.kill('SIGTERM');
  expect(await once(whetstone.process, 'exit')).toEqual([0, null]);
  await expectNoProcess();
  // The site's process writes its title over its environment, so it is looked for by its port.
  await expect(fetch(whetstone.baseUrl)).rejects.toThrow();
  expect(readdirSync(data)).not.toContain('lock');
});

test('killed outright it leaves no process, and starts again on the same data', async () => {
  const first = await start();
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');
  await expectNoProcess();
  await vi.waitFor(() => expect(fetch(first.baseUrl)).rejects.toThrow(), { timeout: 10_000, interval: 100 });
  const second = await start();
  await expectReady(second);
  await second.stop();
  await expectNoProcess();
});

test('impatient Ctrl-C, again and again, ends it all the same', async () => {
  const whetstone = await start();
  const exit = once(whetstone.process, 'exit');
  const again = setInterval(() => whetstone.process.kill('SIGINT'), 150);
  await exit;
  clearInterval(again);
  await expectNoProcess();
});

test('begun while a command has the database, it says whom it waits for; the end of a command takes no database along', async () => {
  const holder = await holdDatabase(data);
  const whetstone = await start({
    hear: (said) => {
      if (said.includes('waiting for `whetstone')) holder.finish();
    },
  });
  expect(whetstone.said()).toMatch(/waiting for `whetstone .*` \(process \d+\), which has /);
  expect(await holder.ended).toMatchObject({ status: 0 });
  await expectReady(whetstone);
  // And one that runs beside it.
  const added = runWhetstone(['user', 'add', '--email', 'you@example.org', '--data', data]);
  expect(added).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\S{16}\n$/) });
  await expectReady(whetstone);
});

test('with DATABASE_URL everything is kept there, no other database is started, and nobody stays connected', async () => {
  await withDatabase(async ({ url, db }) => {
    const whetstone = await start({ environment: { DATABASE_URL: url } });
    expect(whetstone.said()).not.toContain('start Postgres');
    expect(readdirSync(data)).not.toContain('postgres');
    await expectReady(whetstone);
    expect(await db.problem.count()).toBeGreaterThan(3);
    // A command that is not told would write elsewhere.
    const lost = runWhetstone(['user', 'add', '--email', 'you@example.org', '--data', data]);
    expect(lost).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('set DATABASE_URL'),
    });
    whetstone.process.kill('SIGTERM');
    expect(await once(whetstone.process, 'exit')).toEqual([0, null]);
    await expectNoProcess(data, url);
    await expect(fetch(whetstone.baseUrl)).rejects.toThrow();
  });
});

test('a problem that is half-edited is told of with file and line, and everything else starts', async () => {
  // In a mount namespace of its own, so that nobody else finds it.
  const spoilt = join(data, 'spoilt');
  mkdirSync(spoilt);
  writeFileSync(join(spoilt, 'problem.yaml'), 'name: [\n');
  const whetstone = await start({
    within: withMounts(`mount --bind ${spoilt} content/problems/param-count`),
  });
  expect(whetstone.said()).toMatch(
    /^ {2}! param-count is faulty and left as it was: param-count\/problem\.yaml:2: .*problem verify param-count` tells all\.$/m,
  );
  await expectReady(whetstone);
  expect((await fetch(`${whetstone.baseUrl}/en/topics`)).status).toBe(200);
});

// Between npm and Whetstone stands bin/bootstrap.mjs. A shell beside it, which a script without `exec` leaves
// there, would swallow SIGINT.
test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '`npm start` says when it is ready, and %s to npm leaves no process',
  async (signal) => {
    const whetstone = await start({ by: ['npm', 'start', '--'] });
    await expectReady(whetstone);
    expect(processesOnData(data).join('\n')).toMatch(/bootstrap\.mjs start/);
    whetstone.process.kill(signal);
    await once(whetstone.process, 'exit');
    await expectNoProcess();
    await expect(fetch(whetstone.baseUrl)).rejects.toThrow();
    expect(readdirSync(data)).not.toContain('lock');
  },
);
