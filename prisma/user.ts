import type { PrismaClient } from './generated/client.ts';

export const roles = ['learner', 'instructor', 'admin'] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Gives one account's submissions and drafts to another, in one transaction. */
export async function moveWork(db: PrismaClient, fromUserId: string, toUserId: string): Promise<void> {
  const move = { where: { userId: fromUserId }, data: { userId: toUserId } };
  await db.$transaction([db.submission.updateMany(move), db.draft.updateMany(move)]);
}

export async function setRole(db: PrismaClient, userId: string, role: Role): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { role } });
}

export async function findUserByEmail(db: PrismaClient, email: string): Promise<{ id: string } | undefined> {
  return (
    (await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } })) ?? undefined
  );
}
