import { createHash, randomBytes } from 'node:crypto';
import type { ApiToken, PrismaClient } from './generated/client.ts';
import { lockOwn } from './lock.ts';

const prefix = 'wst_';
const maxTokens = 20;

/** A token without what would let somebody use it. */
export type TokenInfo = Pick<ApiToken, 'id' | 'name' | 'hint' | 'createdAt' | 'lastUsedAt'>;

const shown = { id: true, name: true, hint: true, createdAt: true, lastUsedAt: true } as const;

/** Makes a token; the text is returned this once, its SHA-256 is kept. Undefined where a user has 20 already. */
export async function insertToken(
  db: PrismaClient,
  { userId, name }: { userId: string; name: string },
): Promise<{ token: string; info: TokenInfo } | undefined> {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, 'token', userId);
    if ((await tx.apiToken.count({ where: { userId } })) >= maxTokens) return undefined;
    const token = prefix + randomBytes(32).toString('base64url');
    const data = { userId, name, hash: hashOf(token), hint: token.slice(0, prefix.length + 4) };
    return { token, info: await tx.apiToken.create({ data, select: shown }) };
  });
}

export async function listTokens(db: PrismaClient, userId: string): Promise<TokenInfo[]> {
  // Some have more than one may make, from when several could be made in the same moment; each can be revoked.
  return db.apiToken.findMany({
    where: { userId },
    select: shown,
    orderBy: { createdAt: 'desc' },
    take: 1000,
  });
}

/** False where the user has no such token. */
export async function revokeToken(
  db: PrismaClient,
  { userId, id }: { userId: string; id: string },
): Promise<boolean> {
  const { count } = await db.apiToken.deleteMany({ where: { id, userId } });
  return count === 1;
}

/** Whose token it is; its use is noted at most once a minute. */
export async function findTokenOwner(
  db: PrismaClient,
  token: string,
): Promise<{ userId: string } | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const hash = hashOf(token);
  const found = await db.apiToken.findUnique({ where: { hash }, select: { userId: true, lastUsedAt: true } });
  if (!found) return undefined;
  if (!found.lastUsedAt || Date.now() - found.lastUsedAt.getTime() > 60_000) {
    await db.apiToken.updateMany({ where: { hash }, data: { lastUsedAt: new Date() } });
  }
  return { userId: found.userId };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
