import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from './generated/client.ts';

/** How often something may fail although the database answers. */
const attempts = 3;
const lookEveryMs = 500;

/**
 * Does what needs the database, and does it again once the database is back where it was away: a restart of Postgres or a
 * cut cable. `act` may then have been done before without our hearing of it. Throws what fails although the database answers.
 */
export async function insist<T>(db: PrismaClient, act: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await act();
    } catch (cause) {
      const wasAway = await untilItAnswers(db);
      if (wasAway) failures = 0;
      else if (failures >= attempts) throw cause;
    }
  }
}

/** True where that took more than the asking. */
async function untilItAnswers(db: PrismaClient): Promise<boolean> {
  for (let wasAway = false; ; wasAway = true) {
    if (await answers(db)) return wasAway;
    await sleep(lookEveryMs);
  }
}

/** Whether the database is there; one that keeps silent for `withinMs` is not. */
export async function answers(db: PrismaClient, withinMs?: number): Promise<boolean> {
  const asked = db.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  return withinMs === undefined ? asked : Promise.race([asked, sleep(withinMs, false, { ref: false })]);
}
