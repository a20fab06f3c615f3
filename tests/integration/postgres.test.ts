import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrate } from '#prisma/migrate.ts';
import { findRunning, startPostgres, stopPostgres } from '#prisma/postgres.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-postgres-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('what was written is there after the next start, and a power cut would not take it', async () => {
  const first = await startPostgres({ folder });
  await migrate(first.url);
  expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  await query(first.url, 'create table kept as select 703 as params');
  await first.stop();
  const second = await startPostgres({ folder });
  expect(await query(second.url, 'select params from kept')).toEqual([{ params: 703 }]);
  await second.stop();
});

test('a second start joins the running server, and its stop leaves it to its owner', async () => {
  const first = await startPostgres({ folder, durable: false });
  const second = await startPostgres({ folder, durable: false });
  expect(second).toMatchObject({ url: first.url, pid: first.pid, ours: false });
  await second.stop();
  expect(await findRunning(folder)).toMatchObject({ pid: first.pid });
  await first.stop();
  expect(await findRunning(folder)).toBeUndefined();
  expect(await stopPostgres(folder)).toBe(false);
});

test('no other user can read the data or reach the socket, and the password is asked for', async () => {
  const { url, stop } = await startPostgres({ folder, durable: false });
  for (const name of readdirSync(folder))
    expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
  const guess = new URL(url);
  guess.password = 'guess';
  guess.pathname = '/postgres';
  await expect(query(guess.href, 'select 1')).rejects.toThrow('password authentication failed');
  await stop();
});

test('a folder whose path is too long for a socket works all the same', async () => {
  const deep = join(folder, 'a-rather-long-name-of-a-folder'.repeat(3), 'and-another-one'.repeat(3));
  mkdirSync(deep, { recursive: true });
  const { url, stop } = await startPostgres({ folder: deep, durable: false });
  await migrate(url);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  const elsewhere = new URL(url).searchParams.get('host') ?? '';
  expect(statSync(elsewhere).mode & 0o777).toBe(0o700);
  await stop();
  expect(existsSync(elsewhere)).toBe(false);
});

test('an interrupted creation leaves nothing that the next start stumbles over', async () => {
  mkdirSync(join(folder, 'data.new', 'base'), { recursive: true });
  const { stop } = await startPostgres({ folder, durable: false });
  await stop();
});

test('a server whose data was taken from under it is stopped all the same', async () => {
  const { pid, stop } = await startPostgres({ folder, durable: false });
  rmSync(folder, { recursive: true });
  await stop();
  // It is dead by now; its entry stays until its parent has looked.
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
});

const full = `${'x'.repeat(8 * 1024 * 1024)}\nWARNING: this is why\n`;
const endOf = (name: string) => readFileSync(join(folder, name), 'utf8').slice(-2000);

test('what it said before is kept where its log is full when it starts', async () => {
  writeFileSync(join(folder, 'log'), full);
  const { stop } = await startPostgres({ folder, durable: false });
  expect(endOf('log.1')).toContain('WARNING: this is why');
  expect(statSync(join(folder, 'log')).size).toBeLessThan(10_000);
  await stop();
});

test('its log does not grow without end while it runs, and it goes on in the new one', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { url, stop } = await startPostgres({ folder, durable: false });
  appendFileSync(join(folder, 'log'), full);
  vi.advanceTimersByTime(60_000);
  await expect(query(url, 'select 1')).rejects.toThrow('database "whetstone" does not exist');
  await expect.poll(() => endOf('log')).toContain('database "whetstone" does not exist');
  expect(statSync(join(folder, 'log')).size).toBeLessThan(10_000);
  expect(endOf('log.1')).toContain('WARNING: this is why');
  await stop();
  expect(vi.getTimerCount()).toBe(0);
});
