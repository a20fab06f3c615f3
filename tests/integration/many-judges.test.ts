import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rootFolder } from '#bin/config.ts';
import { submit } from '#judge/api.ts';
import { openDatabase } from '#prisma/client.ts';
import type { PrismaClient, Submission } from '#prisma/generated/client.ts';
import { migrate } from '#prisma/migrate.ts';
import { type EmbeddedPostgres, startPostgres } from '#prisma/postgres.ts';
import { findSubmission } from '#prisma/submission.ts';
import { publishAdding } from '../harness/adding.ts';
import { countFinished } from '../harness/finished.ts';
import { type Hosts, openHosts, troubleWithHosts } from '../harness/hosts.ts';

const trouble = troubleWithHosts();
const names = ['one', 'two', 'three'] as const;
const userId = 'somebody';

/** Right, and under way long enough for a cable to be pulled: 0.8 s for each of five tests. */
const leisurely = `export function add(x: number, y: number): number {
  const until = Date.now() + 800;
  while (Date.now() < until);
  return x + y;
}
`;

describe.skipIf(trouble)(
  `three judges on hosts of their own, one database${trouble ? ` (${trouble})` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'whetstone-hosts-'));
    const judges = new Map<string, RunningJudge>();
    let hosts: Hosts;
    let postgres: EmbeddedPostgres;
    let db: PrismaClient;
    let finished: () => Promise<Map<string, number>>;

    beforeAll(async () => {
      hosts = openHosts(names);
      const access = join(folder, 'hba');
      writeFileSync(access, `local all all scram-sha-256\nhost all all ${hosts.subnet} scram-sha-256\n`);
      postgres = await startPostgres({
        folder: join(folder, 'postgres'),
        durable: false,
        on: { prefix: hosts.on('database'), listenAddress: hosts.databaseAddress, accessFile: access },
      });
      await migrate(postgres.url);
      db = openDatabase(postgres.url);
      await db.user.create({ data: { id: userId, name: 'Somebody', email: 'somebody@example.org' } });
      await publishAdding(db, { timeMs: 5000, wallMs: 30_000 });
      finished = await countFinished(db);
      const address = new URL(postgres.url);
      address.hostname = hosts.databaseAddress;
      address.search = '';
      for (const name of names) judges.set(name, startJudge(hosts.on(name), address.href));
      await Promise.all([...judges.values()].map(({ ready }) => ready));
    });
    afterAll(async () => {
      await Promise.all([...judges.values()].map((judge) => judge.stop()));
      await db.$disconnect();
      await postgres.stop();
      hosts.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function send(): Promise<string> {
      const reply = await submit(db, { userId, problem: 'add', source: leisurely });
      if (reply.kind !== 'queued') throw new Error(reply.kind);
      return reply.id;
    }

    async function rowWhere(id: string, holds: (row: Submission) => boolean): Promise<Submission> {
      for (;;) {
        const row = await findSubmission(db, id);
        if (row && holds(row)) return row;
        await sleep(50);
      }
    }
    const untilDone = (id: string) => rowWhere(id, ({ status }) => status === 'done');

    /** The host whose judge holds the lease: its name ends with its process and a number of its own. */
    async function holderOf(id: string): Promise<string> {
      const { leaseBy } = await rowWhere(id, (row) => row.leaseBy !== null && row.status === 'running');
      const pid = /-(\d+)-[^-]+$/.exec(leaseBy ?? '')?.[1];
      const host = hosts.hostOf(Number(pid));
      if (host === undefined) throw new Error(`${leaseBy} runs on no host of ours`);
      return host;
    }

    test('each takes its share of the work', async () => {
      const ids = await Promise.all(Array.from({ length: 9 }, send));
      const rows = await Promise.all(ids.map(untilDone));
      expect(rows.map((row) => row.verdict)).toEqual(ids.map(() => 'AC'));
      // Each says so a moment after the row does.
      await Promise.all([...judges.values()].map((judge) => judge.hear(/"message":"graded"/)));
    }, 120_000);

    test('one is cut off in the middle: another finishes, its late result is refused, and it works again', async () => {
      const id = await send();
      const cutOff = await holderOf(id);
      hosts.cut(cutOff);
      const done = await untilDone(id);
      expect(done).toMatchObject({ verdict: 'AC', failures: 0 });
      const others = names.filter((name) => name !== cutOff);
      const graded = (name: string) => new RegExp(`"graded".*"${id}"`).test(judges.get(name)?.said() ?? '');
      await expect.poll(() => names.filter(graded)).toEqual([expect.toBeOneOf(others)]);
      expect(judges.get(cutOff)?.said()).not.toContain('lease lost');

      hosts.mend(cutOff);
      await judges.get(cutOff)?.hear(new RegExp(`"lease lost".*"submission":"${id}"`));
      expect(await findSubmission(db, id)).toEqual(done);
      expect((await finished()).get(id)).toBe(1);

      await Promise.all(others.map((name) => judges.get(name)?.stop()));
      const next = await send();
      expect(await holderOf(next)).toBe(cutOff);
      expect(await untilDone(next)).toMatchObject({ verdict: 'AC', leases: 1 });
      // The queue is told a moment after the submission.
      await expect
        .poll(() => db.$queryRaw`select id from graphile_worker.jobs`, { timeout: 30_000 })
        .toEqual([]);
    }, 180_000);
  },
);

type RunningJudge = {
  ready: Promise<void>;
  said(): string;
  /** Resolves when it has said this. */
  hear(words: RegExp): Promise<void>;
  stop(): Promise<void>;
};

/** As docs/deploying.md says: one command, one variable. */
function startJudge(onHost: readonly string[], databaseUrl: string): RunningJudge {
  const [command = '', ...args] = [...onHost, join(rootFolder, 'bin/whetstone'), 'judge'];
  const child: ChildProcess = spawn(command, args, {
    cwd: rootFolder,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    // The channel ends with the test, and the judge with the channel.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(child, 'exit');
  const hear = async (words: RegExp) => {
    while (!words.test(said)) {
      if (child.exitCode !== null) throw new Error(`the judge ended; it said:\n${said}`);
      await sleep(50);
    }
  };
  return {
    ready: hear(/judge: ready/),
    said: () => said,
    hear,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
