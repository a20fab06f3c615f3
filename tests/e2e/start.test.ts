import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type RunningWhetstone, startWhetstone } from '#tests/harness/whetstone.ts';

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'whetstone-start-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((whetstone) => whetstone.stop()));
  rmSync(data, { recursive: true, force: true });
});

const started: RunningWhetstone[] = [];

async function start(): Promise<RunningWhetstone> {
  const whetstone = await startWhetstone({ data });
  started.push(whetstone);
  return whetstone;
}

/** Command lines of living processes that name the data folder, in their arguments or their environment. */
function processesOnData(): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .flatMap((pid) => {
      try {
        const [args = '', environment = ''] = ['cmdline', 'environ'].map((file) =>
          readFileSync(`/proc/${pid}/${file}`, 'utf8'),
        );
        const text = `${args}\n${environment}`;
        // In the database's address the folder stands escaped.
        const ours = text.includes(data) || text.includes(encodeURIComponent(data));
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
  expect((await fetch(`${whetstone.baseUrl}/readyz`)).status).toBe(200);
  expect(processesOnData().length).toBeGreaterThan(3);

  const second = spawnSync('bin/whetstone', ['start', '--data', data, '--port', '1'], { encoding: 'utf8' });
  expect(second.status).toBe(2);
  expect(second.stderr).toMatch(/another Whetstone runs on .* choose another folder by --data/);

  whetstone.process.kill('SIGTERM');
  expect(await once(whetstone.process, 'exit')).toEqual([0, null]);
  expect(processesOnData()).toEqual([]);
  // The site's process writes its title over its environment, so it is looked for by its port.
  await expect(fetch(whetstone.baseUrl)).rejects.toThrow();
  expect(readdirSync(data)).not.toContain('lock');
});

test('killed outright it leaves no process, and starts again on the same data', async () => {
  const first = await start();
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');
  await vi.waitFor(() => expect(processesOnData()).toEqual([]), { timeout: 40_000, interval: 100 });
  await vi.waitFor(() => expect(fetch(first.baseUrl)).rejects.toThrow(), { timeout: 10_000, interval: 100 });
  const second = await start();
  expect((await fetch(`${second.baseUrl}/readyz`)).status).toBe(200);
  await second.stop();
  expect(processesOnData()).toEqual([]);
});

test('impatient Ctrl-C, again and again, ends it all the same', async () => {
  const whetstone = await start();
  const exit = once(whetstone.process, 'exit');
  const again = setInterval(() => whetstone.process.kill('SIGINT'), 150);
  await exit;
  clearInterval(again);
  expect(processesOnData()).toEqual([]);
});
