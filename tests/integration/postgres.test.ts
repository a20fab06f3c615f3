import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#prisma/migrate.ts';
import { findRunning, startPostgres, stopPostgres } from '#prisma/postgres.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-postgres-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
