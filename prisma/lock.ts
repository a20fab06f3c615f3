import type { Prisma } from './generated/client.ts';

/** What of a user's is written by one at a time. */
type Guarded = 'asked' | 'draft' | 'feed' | 'note' | 'practice' | 'submission' | 'token';

/**
 * Who writes the same of one user waits here until whoever came first has ended their transaction: a row that is not
 * there yet can't be waited for. To be taken before any row is.
 */
export async function lockOwn(tx: Prisma.TransactionClient, what: Guarded, userId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${what} ${userId}`}, 0))`;
}
