import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const owner = join(import.meta.dirname, '../harness/owner.ts');
let folder: string;
// To make a cluster takes ten seconds on a busy machine, and twenty are its own to end in.
const patience = { timeout: 60_000, interval: 20 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-lifeline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the owner; tells the processes of its database and of its service with child. */
async function startOwner(): Promise<{ process: ChildProcess; pids: number[] }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', owner, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  await vi.waitFor(() => expect(said).toMatch(/^ready \d+$/m), patience);
  const pids = [...said.matchAll(/(?:pids|ready) ([\d ]+)/g)].flatMap(([, list = '']) =>
    list.split(' ').map(Number),
  );
  expect(pids).toHaveLength(3);
  return { process: child, pids };
}

function living(pids: number[]): number[] {
  return pids.filter((pid) => {
    try {
      // A zombie is dead; only nobody has asked for its exit code yet.
      return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  });
}

test('when its owner is killed outright, neither database nor service nor their children stay', async () => {
  const { process: child, pids } = await startOwner();
  expect(living(pids)).toEqual(pids);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await vi.waitFor(() => expect(living(pids)).toEqual([]), patience);
}, 150_000);

test('a service that heeds no SIGTERM is gone when the grace is over, with its children', async () => {
  const { process: child, pids } = await startOwner();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  // Who was killed ends when it gets a core.
  await vi.waitFor(() => expect(living(pids)).toEqual([]), patience);
}, 150_000);

test('the database starts again on the data that a killed owner left', async () => {
  const first = await startOwner();
  first.process.kill('SIGKILL');
  await vi.waitFor(() => expect(living(first.pids)).toEqual([]), patience);
  // It was asked to end, and given the time.
  expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('database system is shut down');
  const second = await startOwner();
  second.process.kill('SIGTERM');
  expect(await once(second.process, 'exit')).toEqual([0, null]);
}, 240_000);
