/** Somebody who practises in a browser without an account of their own, and whose log a test writes. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { PrismaClient } from '#prisma/generated/client.ts';

type Site = { baseUrl: string; database: { db: PrismaClient } };
type Settings = { newPerDay: number; reviewsPerDay?: number; timeZone: string; interviewOn?: string | null };
type Graded = { kind: 'question' | 'problem'; slug: string; grade: 1 | 2 | 3 | 4; at: Date };

const made = z.object({ user: z.object({ id: z.string() }) });
const practice = z.object({
  today: z.string(),
  queue: z.array(
    z.object({
      kind: z.enum(['question', 'problem']),
      slug: z.string(),
      intervals: z.record(z.string(), z.number()),
    }),
  ),
});

export type Practiser = Awaited<ReturnType<typeof beginPractice>>;

/** Makes the account that this page's browser has from now on. */
export async function beginPractice(page: Page, { baseUrl, database: { db } }: Site) {
  const headers = { origin: baseUrl };
  const answer = await page.request.post('/api/auth/sign-in/anonymous', { headers, data: {} });
  const { user } = made.parse(await answer.json());
  const ok = async (sent: ReturnType<typeof page.request.get>) => {
    const reply = await sent;
    if (!reply.ok()) throw new Error(`${reply.url()} answered ${reply.status()}: ${await reply.text()}`);
    return reply.json();
  };
  const choose = ({ reviewsPerDay = 50, interviewOn = null, ...settings }: Settings) =>
    ok(
      page.request.put('/api/v1/practice/settings', {
        headers,
        data: { reviewsPerDay, interviewOn, ...settings },
      }),
    );
  const read = async () => practice.parse(await ok(page.request.get('/api/v1/practice')));
  return {
    userId: user.id,
    choose,
    read,
    /** As if it had been graded then. */
    seed: async (...entries: Graded[]) => {
      const rows = entries.map((entry) => ({
        ...entry,
        userId: user.id,
        id: randomUUID(),
        act: 'grade',
        undoes: null,
        points: [],
      }));
      await db.practiceEntry.createMany({ data: rows });
      await db.practiceCard.deleteMany({ where: { userId: user.id } });
    },
    /** Grades all that is due, now. */
    gradeAll: async (grade: 1 | 2 | 3 | 4) => {
      const { queue } = await read();
      const at = new Date().toISOString();
      const entries = queue.map(({ kind, slug }) => ({
        id: randomUUID(),
        kind,
        slug,
        at,
        act: 'grade',
        grade,
        points: [],
      }));
      await ok(page.request.post('/api/v1/practice/entries', { headers, data: { entries } }));
    },
    /** A day passes: the server's clock can't be moved, so all that has happened moves back. */
    sleep: async () => {
      await db.$executeRaw`update practice_entry set at = at - interval '1 day' where user_id = ${user.id}`;
      await db.practiceCard.deleteMany({ where: { userId: user.id } });
    },
    log: async () => {
      const rows = await db.practiceEntry.findMany({ where: { userId: user.id }, orderBy: { at: 'asc' } });
      return rows.map(({ slug, act, grade }) => `${slug} ${act === 'grade' ? grade : act}`);
    },
  };
}

/** Hours since the day began at four by the clock on the wall there. */
export function hoursIntoDay(timeZone: string, now = new Date()): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return (read('hour') + read('minute') / 60 + 20) % 24;
}

/** Two places, without summer time, where the day is not about to end. */
export function twoTimeZones(): [string, string] {
  const [one, two] = ['Asia/Shanghai', 'Pacific/Honolulu', 'Asia/Kolkata', 'America/Bogota'].filter(
    (zone) => hoursIntoDay(zone) < 23.5,
  );
  if (!one || !two) throw new Error('there are always two');
  return [one, two];
}
