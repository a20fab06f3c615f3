import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '#judge/api.ts';
import { finishRejudgment, leaseRejudgment } from '#prisma/rejudgment.ts';
import { finish, lease } from '#prisma/submission.ts';
import { adding, publishAdding, solutions } from '../harness/adding.ts';
import { bareEnvironment } from '../harness/bare-environment.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
const root = join(import.meta.dirname, '../..');
const email = 'somebody@example.org';
const result = { tests: [{ name: 'large/0', verdict: 'WA' }] };
const wrong = { verdict: 'WA', score: 40, maxScore: 100, cpuMs: 2, memoryKib: 1, result };
const right = {
  ...wrong,
  verdict: 'AC',
  score: 100,
  cpuMs: 1,
  result: { tests: [{ name: 'large/0', verdict: 'AC' }] },
};

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await db.user.create({ data: { id: 'somebody', name: 'Somebody', email } });
  await publishAdding(db);
  const reply = await submit(db, { userId: 'somebody', problem: 'add', source: solutions.AC });
  const held = { submissionId: reply.kind === 'queued' ? reply.id : '', judge: 'by hand' };
  await lease(db, held);
  await finish(db, held, { columns: wrong, announcement: { channel: 'test', payload: '' } });
});
afterAll(() => database.drop());

/** Runs `whetstone rejudge`, with the database alone in its environment. */
function rejudge(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/whetstone'), ['rejudge', ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: bareEnvironment({ DATABASE_URL: database.url }),
  });
  return { status, stdout, stderr };
}

test('who chooses nothing, an unknown version or account, or gives no reason is told so and nothing is written', async () => {
  expect(rejudge('create')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/choose submissions/),
  });
  expect(rejudge('create', '--version', 'sha256:0')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/no such version/),
  });
  expect(rejudge('create', '--user', 'nobody@example.org')).toMatchObject({ status: 2 });
  expect(rejudge('create', '--verdict', 'XX')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/AC WA TLE/),
  });
  expect(rejudge('create', '--problem', 'add')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/--reason/),
  });
  expect(await database.db.rejudging.count()).toBe(0);
}, 60_000);

test('counted, made, refused while it waits, shown, applied', async () => {
  const { db } = database;
  const chosen = ['--version', adding.version.slice(0, 12), '--verdict', 'wa', 'RTE', '--user', email];
  const { stdout } = rejudge('create', ...chosen, '--since', '2026-01-01', '--dry-run', '--json');
  expect(JSON.parse(stdout)).toEqual({ count: 1 });
  expect(rejudge('create', '--problem', 'prune', '--reason', 'x')).toMatchObject({ status: 1, stdout: '' });

  const made = rejudge('create', ...chosen, '--reason', 'a case was wrong', '--as', email);
  const id = made.stdout.trim();
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(rejudge('apply', id)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/1 are not judged yet/),
  });

  const { id: rejudgmentId } = await db.rejudgment.findFirstOrThrow({ where: { rejudgingId: id } });
  const held = { rejudgmentId, judge: 'by hand' };
  await leaseRejudgment(db, held);
  await finishRejudgment(db, held, right);
  expect(rejudge('list').stdout).toContain('1 of 1 judged, 1 differ  a case was wrong');
  const shown = rejudge('watch', id, '--json');
  expect(JSON.parse(shown.stdout)).toMatchObject({
    id,
    createdBy: 'Somebody',
    state: 'open',
    choice: { verdicts: ['WA', 'RTE'], user: 'somebody' },
    matrix: [{ old: 'WA', new: 'AC', count: 1 }],
    differences: [{ verdict: 'AC', changes: [{ name: 'large/0', old: 'WA', new: 'AC' }] }],
  });
  const { stdout: text } = rejudge('show', id);
  expect(text).toMatch(/was \\ is +AC\nWA +1\n/);
  expect(text).toContain('large/0 WA→AC');
  expect(JSON.parse(rejudge('apply', id, '--json').stdout)).toEqual({ applied: 1, conflicts: 0, leftOut: 0 });
  expect(rejudge('discard', id)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/applied already/),
  });
  expect(await db.submission.findFirst()).toMatchObject({ verdict: 'AC', score: 100 });
}, 120_000);
