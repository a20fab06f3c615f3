import type { z } from 'zod';
import { faultMessages } from '#app/_messages/api.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import type { Choice } from '#prisma/rejudging.ts';
import { findUserByEmail } from '#prisma/user.ts';
import type { choiceBody } from '../schemas.ts';

/** What was asked for, with whoever was named looked up. Throws 400 for nobody, and for everything. */
export async function readChoice(db: PrismaClient, asked: z.infer<typeof choiceBody>): Promise<Choice> {
  const { problem, version, verdicts, submissions } = asked;
  if (Object.values(asked).every((value) => value === undefined)) throw refusal('', faultMessages.noChoice);
  const user = asked.user === undefined ? undefined : await findUserId(db, asked.user);
  // Postgres knows no clock that is sixteen hours away from Greenwich.
  const [since, until] = [utc(asked.since), utc(asked.until)];
  return { problem, version, verdicts, since, until, submissions, user };
}

function utc(moment: string | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

async function findUserId(db: PrismaClient, idOrEmail: string): Promise<string> {
  const byEmail = idOrEmail.includes('@') ? await findUserByEmail(db, idOrEmail) : undefined;
  const user =
    byEmail ?? (await db.user.findUnique({ where: { id: idOrEmail }, select: { id: true } })) ?? undefined;
  if (!user) throw refusal('user', faultMessages.noSuchAccount);
  return user.id;
}

export function refusal(path: string, message: { en: string; zh: string }): ApiError {
  return new ApiError('bad_request', { fields: [{ path, message }] });
}
