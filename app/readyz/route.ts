import { site } from '#app/_session/site.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { judgesSeenLately } from '#prisma/judge.ts';

export const dynamic = 'force-dynamic';

/** What it takes to grade, in the order in which each needs the one before. */
const checks: Record<string, (db: PrismaClient) => Promise<boolean>> = {
  database: async (db) => (await db.$queryRaw<unknown[]>`select 1`).length === 1,
  queue: async (db) => {
    const [row] = await db.$queryRaw<{ there: boolean }[]>`
      select to_regclass('graphile_worker.jobs') is not null as there`;
    return row?.there === true;
  },
  judge: async (db) => (await judgesSeenLately(db)) > 0,
};

/** Database, queue and a judge seen lately; 503 with what is missing. */
export async function GET(): Promise<Response> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await holds(check)] as const),
  );
  const ready = results.every(([, ok]) => ok);
  const body = { status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) };
  return Response.json(body, { status: ready ? 200 : 503 });
}

async function holds(check: (db: PrismaClient) => Promise<boolean>): Promise<boolean> {
  try {
    return await check(site().db);
  } catch {
    return false;
  }
}
