import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { submit } from '#judge/api.ts';
import { encodePlain, type PlainData } from '#judge/plain-data.ts';
import { adding, publishAdding, solutions } from '../harness/adding.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { countFinished } from '../harness/finished.ts';

let database: TestDatabase;
let cacheDir: string;
const userId = 'somebody';
/** A source that takes its checker's memory or time. */
const bomb = `type P<U, V = U> = [U] extends [never] ? [] : U extends V ? [U, ...P<Exclude<V, U>>] : never;
export const x: P<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10> = 1;
${solutions.AC}`;
const strikes = ['cpu', 'wall', 'memory'];

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'whetstone-drain-'));
  database = await createTestDatabase();
  const { db } = database;
  await db.user.create({ data: { id: userId, name: 'Somebody', email: 'somebody@example.org' } });
  await publishAdding(db);
  await countFinished(db);
});
beforeEach(() => setLimits({ ...adding.limits, timeMs: 60_000, wallMs: 120_000 }));

async function setLimits(limits: typeof adding.limits): Promise<void> {
  const secret = encodePlain({ ...adding, limits } as unknown as PlainData);
  await database.db.problemVersion.updateMany({ data: { secret } });
}

afterEach(async () => {
  for (const { child } of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  await database.db.submission.deleteMany();
  await database.db.judge.deleteMany();
  await database.db.$executeRaw`delete from graphile_worker._private_jobs`;
});
afterAll(async () => {
  await database.drop();
  rmSync(cacheDir, { recursive: true, force: true });
});

type Line = Record<string, unknown>;
type Judge = { child: ChildProcess; lines: Line[]; port: number; exited: Promise<number | null> };
const running: Judge[] = [];

async function startJudge(environment: Record<string, string> = {}): Promise<Judge> {
  const child = spawn(process.execPath, ['judge/main.ts'], {
    env: {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      WHETSTONE_CONCURRENCY: '2',
      WHETSTONE_CACHE_DIR: cacheDir,
      WHETSTONE_JUDGE_PORT: '0',
      WHETSTONE_LOG_LEVEL: 'debug',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: Line[] = [];
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text += String(chunk);
    const whole = text.split('\n');
    text = whole.pop() ?? '';
    // A line that is no JSON fails the test that started it.
    for (const line of whole) lines.push(JSON.parse(line) as Line);
  });
  // With all it has said: `exit` may come before its last lines.
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const judge: Judge = { child, lines, port: 0, exited };
  running.push(judge);
  await waitUntil(() => lines.some(({ message }) => message === 'ready'));
  judge.port = Number(lines.find(({ message }) => message === 'ready')?.['port']);
  return judge;
}

async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 50_000, interval: 20 }).toBe(true);
}

async function send(source: string, requestId?: string): Promise<string> {
  const reply = await submit(database.db, { userId, problem: 'add', source, requestId });
  if (reply.kind !== 'queued') throw new Error(reply.kind);
  return reply.id;
}

const all = () => database.db.submission.findMany({ orderBy: { id: 'asc' } });
const withStatus = async (status: string) => (await all()).filter((row) => row.status === status);
const lockedJobs = async () =>
  (
    await database.db.$queryRaw<
      { n: number }[]
    >`select count(*)::int as n from graphile_worker._private_jobs where locked_at is not null`
  )[0]?.n;

/** Processes that carry the path of these judges' guests in their arguments. */
function guests(): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && argumentsOf(pid).includes(cacheDir));
}

/** Who was killed ends when it gets a core. */
const untilGuestsAreGone = () => expect.poll(guests, { timeout: 30_000 }).toEqual([]);

function argumentsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Right, after half a second or so of work. */
const slow = `export function add(x: number, y: number): number {
  for (let i = 0; i < 1e8; i++) x += 1;
  return x - 1e8 + y;
}
`;

test('SIGTERM under load: what runs is finished and recorded, nothing new is taken, and another judge has the rest at once', async () => {
  const judge = await startJudge({ WHETSTONE_DRAIN_SECONDS: '100' });
  const held = await database.db.$transaction(
    async (tx) => {
      // Nothing is recorded before the signal was heard, however late it is sent.
      await tx.$executeRaw`lock table finished in exclusive mode`;
      for (let i = 0; i < 6; i++) await send(slow);
      await waitUntil(async () => (await withStatus('running')).length > 0);
      judge.child.kill('SIGTERM');
      await waitUntil(() => judge.lines.some(({ message }) => message === 'draining'));
      return (await all()).filter(({ leaseBy }) => leaseBy !== null).map(({ id }) => id);
    },
    { timeout: 110_000 },
  );
  expect(await judge.exited).toBe(0);

  const rows = await all();
  for (const id of held)
    expect(rows.find((row) => row.id === id)).toMatchObject({ status: 'done', verdict: 'AC' });
  expect(rows.filter(({ status }) => status === 'queued').length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatchObject({ leaseBy: null, failures: 0 });
  expect(await lockedJobs()).toBe(0);
  expect(await database.db.judge.count()).toBe(0);
  await untilGuestsAreGone();
  expect(judge.lines.at(-1)).toMatchObject({ message: 'gone', clean: true });

  await startJudge();
  await waitUntil(async () => (await withStatus('done')).length === 6);
  for (const row of await all()) expect(row).toMatchObject({ verdict: 'AC', failures: 0 });
}, 120_000);

test('time is up: what still runs goes back to the queue unharmed, and its guest is gone', async () => {
  const judge = await startJudge({ WHETSTONE_DRAIN_SECONDS: '0' });
  const id = await send(solutions.TLE);
  await waitUntil(async () => (await withStatus('running')).length === 1);
  judge.child.kill('SIGTERM');
  expect(await judge.exited).toBe(0);
  expect(await all()).toMatchObject([{ id, status: 'queued', leaseBy: null, leaseUntil: null, failures: 0 }]);
  expect(await lockedJobs()).toBe(0);
  expect(await database.db.judge.count()).toBe(0);
  await untilGuestsAreGone();
}, 60_000);

test('a judge says when it is ready, that it drains, and hurries at the second signal', async () => {
  const judge = await startJudge({
    WHETSTONE_DRAIN_SECONDS: '600',
    WHETSTONE_METRICS_TOKEN: 'a token of some length',
  });
  const ask = (path: string, headers = {}) => fetch(`http://127.0.0.1:${judge.port}${path}`, { headers });
  const ready = async () => {
    const answer = await ask('/readyz');
    return [answer.status, ((await answer.json()) as { checks: object }).checks];
  };
  const good = { serving: true, database: true, sandbox: true, checker: true };
  await expect.poll(ready, { timeout: 30_000 }).toEqual([200, good]);
  const request = 'request-of-the-drain-test';
  await send(solutions.AC, request);
  await waitUntil(async () => (await withStatus('done')).length === 1);
  await send(solutions.TLE);
  await waitUntil(async () => (await withStatus('running')).length === 1);
  judge.child.kill('SIGTERM');
  await expect.poll(ready).toEqual([503, { ...good, serving: false }]);
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/elsewhere')).status).toBe(404);
  expect((await ask('/metrics')).status).toBe(401);
  const text = await (await ask('/metrics', { authorization: 'Bearer a token of some length' })).text();
  for (const sample of [
    'whetstone_verdicts_total{verdict="AC"} 1',
    'whetstone_jobs_running 1',
    'whetstone_judge_ready 0',
    'whetstone_sandbox_kills_total{cause="cpu"} 0',
    'whetstone_sandboxes{runtime="plain",state="in_use"} 1',
    'whetstone_stage_seconds_count{stage="compile"} 1',
    'whetstone_submission_seconds_count 1',
    'whetstone_leases_lost_total 0',
  ])
    expect(text).toContain(`\n${sample}\n`);
  judge.child.kill('SIGINT');
  expect(await judge.exited).toBe(0);
  expect(await withStatus('queued')).toHaveLength(1);

  const graded = judge.lines.find(({ message }) => message === 'graded');
  expect(graded).toMatchObject({ service: 'judge', request, verdict: 'AC', judge: expect.any(String) });
  expect(graded?.['submission']).toBe((await withStatus('done'))[0]?.id);
  expect(Object.keys(graded?.['stages'] as object)).toEqual(
    expect.arrayContaining(['queue', 'lease', 'compile', 'sandbox', 'test', 'compare', 'record']),
  );
  const written = JSON.stringify(judge.lines);
  expect(written).not.toContain('for (;;)');
  expect(written).not.toContain('return x');
}, 60_000);

test('a loop is killed, and counted by what it was killed for; so is a type checker that a source stopped', async () => {
  await setLimits(adding.limits);
  const judge = await startJudge();
  const sample = async (name: string) => {
    const text = await (await fetch(`http://127.0.0.1:${judge.port}/metrics`)).text();
    return text.split('\n').find((line) => line.startsWith(`${name} `));
  };
  const kills = 'whetstone_sandbox_kills_total{cause="cpu"}';
  const recycles = 'whetstone_checker_recycles_total';
  expect(await sample(kills)).toBe(`${kills} 0`);
  await send('export function add(x: number, y: number): number {\n  while (x === 1);\n  return x + y;\n}\n');
  await waitUntil(async () => (await withStatus('done')).length === 1);
  expect(await all()).toMatchObject([{ verdict: 'TLE' }]);
  expect(await sample(kills)).toBe(`${kills} 1`);

  const before = await Promise.all(strikes.map((cause) => sample(`${recycles}{cause="${cause}"}`)));
  expect(before).toEqual(strikes.map((cause) => `${recycles}{cause="${cause}"} 0`));
  await send(bomb);
  await waitUntil(async () => (await withStatus('done')).length === 2);
  const after = await Promise.all(strikes.map((cause) => sample(`${recycles}{cause="${cause}"}`)));
  expect(after.filter((line) => line?.endsWith(' 1'))).toHaveLength(1);
}, 60_000);

test('SIGTERM before anything was sent: gone at once, with nothing left', async () => {
  const judge = await startJudge();
  judge.child.kill('SIGTERM');
  expect(await judge.exited).toBe(0);
  expect(await database.db.judge.count()).toBe(0);
  await untilGuestsAreGone();
}, 60_000);
