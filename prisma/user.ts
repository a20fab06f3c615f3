import { moveAsked } from './asked.ts';
import { moveBookmarks } from './bookmark.ts';
import { moveFeeds } from './calendar-feed.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { lockOwn } from './lock.ts';
import { moveNotes } from './note.ts';

export const roles = ['learner', 'instructor', 'admin'] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/**
 * Gives an anonymous account's submissions, drafts, mock interviews, practice and what else it keeps to another and deletes
 * it, in one transaction: what either of them writes at the same time is kept too or refused, never lost. Does nothing where
 * the account isn't anonymous, or gone.
 */
export async function absorbAnonymous(db: PrismaClient, anonymousId: string, userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    // In one order, so that two who join the same account never wait for each other.
    for (const id of anonymousId < userId ? [anonymousId, userId] : [userId, anonymousId])
      for (const what of ['draft', 'note', 'practice'] as const) await lockOwn(tx, what, id);
    // A submission being written holds a share of this lock until it is there; one that comes later finds no account.
    const found = await tx.$queryRaw<unknown[]>`
      select id from "user" where id = ${anonymousId} and "isAnonymous" for update`;
    if (found.length === 0) return;
    const move = { where: { userId: anonymousId }, data: { userId } };
    await tx.submission.updateMany(move);
    await tx.draft.updateMany(move);
    await tx.mock.updateMany(move);
    await movePractice(tx, anonymousId, userId);
    for (const moveKept of [moveBookmarks, moveNotes, moveAsked, moveFeeds])
      await moveKept(tx, anonymousId, userId);
    await tx.user.delete({ where: { id: anonymousId } });
  });
}

async function movePractice(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  // Sent by a browser once as the one and once as the other, an entry is still the same.
  await tx.$executeRaw`
    delete from practice_entry a using practice_entry b where a.user_id = ${from} and b.user_id = ${to} and a.id = b.id`;
  // Logs that become longer come to something else.
  await tx.$executeRaw`
    delete from practice_card c using practice_entry e
    where c.user_id = ${to} and e.user_id = ${from} and c.kind = e.kind and c.slug = e.slug`;
  await tx.practiceEntry.updateMany({ where: { userId: from }, data: { userId: to } });
  await tx.$executeRaw`
    insert into practice_settings (user_id, new_per_day, reviews_per_day, time_zone, interview_on)
    select ${to}, new_per_day, reviews_per_day, time_zone, interview_on from practice_settings where user_id = ${from}
    on conflict do nothing`;
}

export async function setRole(db: PrismaClient, userId: string, role: Role): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { role } });
}

export async function findUserByEmail(
  db: PrismaClient,
  email: string,
): Promise<{ id: string; role: string } | undefined> {
  const user = await db.user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, role: true },
  });
  return user ?? undefined;
}
