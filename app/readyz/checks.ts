import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { draining } from '#app/_session/drain.ts';
import { site } from '#app/_session/site.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { judgesSeenLately } from '#prisma/judge.ts';

/** What it takes to take and grade submissions, each in the order in which it needs the one before. */
export type Readiness = {
  serving: boolean;
  database: boolean;
  migrations: boolean;
  queue: boolean;
  judge: boolean;
};

/** An orchestrator's probe gives up after a second, mostly. */
const patienceMs = 900;

// One look at a time: with a database that hangs, or a pool without a free connection, each probe would else leave a
// query waiting behind those of the probes before. A look that got stuck on a dead connection is followed by another.
const stuckMs = 5000;
let latest: { at: number; found: Promise<Readiness> | undefined } = { at: 0, found: undefined };

/** Never rejects and never takes longer than a second; what was not heard of by then is not there. */
export async function readiness(): Promise<Readiness> {
  const serving = !draining().aborted;
  if (!latest.found || performance.now() - latest.at > stuckMs) {
    const mine: typeof latest = { at: performance.now(), found: look() };
    latest = mine;
    void mine.found?.then(() => {
      mine.found = undefined;
    });
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve(nothing), patienceMs);
  });
  const found = await Promise.race([latest.found ?? nothing, late]);
  clearTimeout(timer);
  return { ...found, serving };
}

const nothing: Readiness = { serving: false, database: false, migrations: false, queue: false, judge: false };

async function look(): Promise<Readiness> {
  const found = { ...nothing };
  try {
    const { db } = site();
    found.database = (await db.$queryRaw<unknown[]>`select 1`).length === 1;
    const [tables] = await db.$queryRaw<{ queue: boolean; migrations: boolean }[]>`
      select to_regclass('graphile_worker.jobs') is not null as queue,
        to_regclass('_prisma_migrations') is not null as migrations`;
    found.queue = tables?.queue === true;
    found.migrations = tables?.migrations === true && (await lacksNoMigration(db));
    found.judge = (await judgesSeenLately(db)) > 0;
  } catch {
    // What was not found is missing; why stands in the log of whoever asked for more than a probe.
  }
  return found;
}

/**
 * Whether the database has all that this version needs. One that has more is ready: while a new version is rolled out
 * its migrations come first, and the old sites, which go on until the new ones are up, must not all drop out with them.
 */
async function lacksNoMigration(db: PrismaClient): Promise<boolean> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  const done = new Set(rows.map(({ name }) => name));
  return migrationNames().every((name) => done.has(name));
}

function migrationNames(): string[] {
  return readdirSync(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
