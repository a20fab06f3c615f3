import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, createToken } from '#app/_session/accounts.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { type RunningSite, startSite } from '../harness/site.ts';

let database: TestDatabase;
let site: RunningSite;
let authorization: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await publishAdding(db);
  const email = 'somebody@example.org';
  await addUser(db, { email, role: 'learner', password: 'a long password', secret: 'x'.repeat(32) });
  authorization = `Bearer ${await createToken(db, { email, name: 'test' })}`;
  site = await startSite(database.url);
});
afterAll(async () => {
  await site.stop();
  await database.drop();
});

function submitAdding(): Promise<Response> {
  return fetch(`${site.baseUrl}/api/v1/submissions`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ problem: 'add', source: solutions.AC }),
  });
}

test('SIGTERM to a site: nothing new is taken, what is being answered is answered, event streams end without an error', async () => {
  const first = await submitAdding();
  expect(first.status).toBe(202);
  expect(first.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const { id } = (await first.json()) as { id: string };
  // As a scraper on this machine, and as a caller through a proxy.
  expect((await fetch(`${site.baseUrl}/metrics`)).status).toBe(200);
  const headers = { 'x-forwarded-for': '127.0.0.1' };
  expect((await fetch(`${site.baseUrl}/metrics`, { headers })).status).toBe(404);

  const events = await fetch(`${site.baseUrl}/api/v1/submissions/${id}/events`, {
    headers: { authorization },
  });
  const reader = events.body?.getReader();
  const heard = await reader?.read();
  expect(Buffer.from(heard?.value ?? []).toString()).toContain('"status":"queued"');

  // The next submission waits for this lock, so that it is being answered when the signal comes.
  const gate = new pg.Client({ connectionString: database.url });
  await gate.connect();
  await gate.query('begin');
  await gate.query('lock table submission in exclusive mode');
  const pending = submitAdding();
  const waiting = async () =>
    (
      await gate.query(
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      )
    ).rowCount;
  await expect.poll(waiting).toBe(1);

  const stopped = site.stop();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read());
  const refused = () =>
    fetch(`${site.baseUrl}/healthz`).then(
      () => false,
      () => true,
    );
  await expect.poll(refused).toBe(true);
  await gate.query('rollback');
  await gate.end();
  expect((await pending).status).toBe(202);
  await stopped;
});
