/** What `whetstone rejudge` is told, turned into what the judge is asked. */
import { InvalidArgumentError } from 'commander';
import { type VerdictCode, verdictCodes } from '#judge/verdict.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { CommandFailure } from '../failure.ts';

export function parseVerdict(text: string, before: VerdictCode[] = []): VerdictCode[] {
  const code = verdictCodes.find((known) => known === text.toUpperCase());
  if (!code) throw new InvalidArgumentError(`expected some of ${verdictCodes.join(' ')}`);
  return [...before, code];
}

export function parseTime(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('expected a time such as 2026-11-27 or 2026-11-27T18:00Z');
  return time.toISOString();
}

export function parseId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new InvalidArgumentError('expected an id');
  return text;
}

export async function findUserId(db: PrismaClient, asked: string): Promise<string> {
  const user = await db.user.findFirst({
    where: { OR: [{ email: asked.toLowerCase() }, { id: asked }] },
    select: { id: true },
  });
  if (!user) throw new CommandFailure(`${asked}: there is no such account`);
  return user.id;
}

export async function findVersionId(db: PrismaClient, asked: string): Promise<string> {
  const found = await db.problemVersion.findMany({
    where: { id: { startsWith: asked } },
    select: { id: true },
    take: 2,
  });
  if (!found[0] || found[1])
    throw new CommandFailure(`${asked}: ${found[0] ? 'more than one version begins so' : 'no such version'}`);
  return found[0].id;
}
