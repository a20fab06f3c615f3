/** One data folder, and several who want its database. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPostgres, requireDatabaseUrl, withDatabaseUrl } from '#bin/database.ts';
import { openDataFolder } from '#bin/start/data-folder.ts';
import { findRunning, startPostgres, stopPostgres } from '#prisma/postgres.ts';
import { beginWhetstone, holdDatabase, runWhetstone } from '../harness/commands.ts';

let data: string;
let folder: string;

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', '');
  data = mkdtempSync(join(tmpdir(), 'whetstone-shared-'));
  folder = join(data, 'postgres');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stopPostgres(folder);
  rmSync(data, { recursive: true, force: true });
});

const pidOf = async () => (await findRunning(folder))?.pid;
/** As a start that has come as far as its database. */
const start = { command: 'whetstone start', stays: true, embedded: true };

const email = ['--email', 'you@example.org'];
test.each([
  ['user add', ['user', 'add', ...email]],
  ['user password', ['user', 'password', ...email]],
  ['user role', ['user', 'role', ...email, '--role', 'admin']],
  ['token create', ['token', 'create', ...email]],
  ['content publish', ['content', 'publish']],
  ['db migrate', ['db', 'migrate']],
  ['db start', ['db', 'start']],
  ['db status', ['db', 'status']],
  ['rejudge list', ['rejudge', 'list']],
])('%s refuses data of a newer version, and leaves it alone', (_, args) => {
  writeFileSync(join(data, 'version'), '2\n');
  const { status, stdout, stderr } = runWhetstone([...args, '--data', data]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/written by a newer Whetstone \(format 2; this one knows 1\).*--data DIR/);
  expect(readdirSync(data)).toEqual(['version']);
});

test('a command that meets another waits until that is over, and has a database to itself', async () => {
  const first = await holdDatabase(data);
  const second = beginWhetstone(['db', 'migrate', '--data', data]);
  await second.untilSaid(/waiting for `whetstone .*` \(process \d+\), which has /);
  expect(await pidOf()).toBeDefined();
  first.finish();
  expect(await first.ended).toEqual({ status: 0, stdout: 'has it\n' });
  expect(await second.ended).toEqual({ status: 0, stdout: expect.stringMatching(/^applied .+\n$/) });
  expect(await pidOf()).toBeUndefined();
  expect(readdirSync(data).sort()).toEqual(['postgres', 'version']);
}, 180_000);

test('a command that meets a running start uses its database and leaves it running, and `db stop` does not stop it', async () => {
  const house = await openDataFolder(data, start);
  const postgres = await openPostgres({ data });
  expect(await withDatabaseUrl({ data }, pidOf)).toBe(postgres.pid);
  expect(await requireDatabaseUrl({ data })).toBe(postgres.url);
  expect(runWhetstone(['db', 'stop', '--data', data])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('another Whetstone runs on'),
  });
  expect(await pidOf()).toBe(postgres.pid);
  await postgres.stop();
  house.release();
});

test('a command that meets a start without a database yet waits for it', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const house = await openDataFolder(data, start);
  const used = withDatabaseUrl({ data }, pidOf);
  await expect
    .poll(() => said.mock.calls)
    .toEqual([[`  waiting for the database of \`whetstone start\` (process ${process.pid})`]]);
  const postgres = await openPostgres({ data });
  expect(await used).toBe(postgres.pid);
  await postgres.stop();
  house.release();
});

test('a command that meets a start on a database elsewhere says which variable it lacks', async () => {
  const house = await openDataFolder(data, { ...start, embedded: false });
  await expect(withDatabaseUrl({ data }, pidOf)).rejects.toThrow(/`whetstone start` .* set DATABASE_URL/);
  house.release();
});

test('a database whose owner was killed is not joined: it would follow its owner', async () => {
  const orphan = await startPostgres({ folder, durable: false });
  await expect(requireDatabaseUrl({ data })).rejects.toThrow(/there is no database/);
  const pid = await withDatabaseUrl({ data }, pidOf);
  expect(pid).toBeGreaterThan(0);
  expect(pid).not.toBe(orphan.pid);
  expect(await pidOf()).toBeUndefined();
});

// Two commands, one after the other: 16 s on a busy machine.
test('a database that was left running is used, goes on, and ends by `db stop`', async () => {
  const { stdout: url } = runWhetstone(['db', 'start', '--data', data]);
  const pid = await pidOf();
  expect(pid).toBeGreaterThan(0);
  expect(await requireDatabaseUrl({ data })).toBe(url.trim());
  expect(await withDatabaseUrl({ data }, pidOf)).toBe(pid);
  expect(await pidOf()).toBe(pid);
  expect(runWhetstone(['db', 'stop', '--data', data])).toMatchObject({ status: 0, stdout: 'stopped\n' });
  expect(await pidOf()).toBeUndefined();
}, 180_000);
