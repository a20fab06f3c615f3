import { site } from '#app/_session/site.ts';
import type { Localized } from '#judge/verdict.ts';
import { takeQuotas } from '#prisma/rate-limit.ts';
import { ApiError } from './errors.ts';

export type MinuteQuota = {
  key: string;
  /** Uses a minute. */
  max: number;
  /** How many this call takes; one, where nothing is said. */
  uses?: number;
  /** Which limit it is, for who meets it. */
  message?: Localized;
};

/** Counts uses of each quota. Throws 429 with the one that has too few left, and then counts none. */
export async function requireQuota(quotas: readonly MinuteQuota[]): Promise<void> {
  const windows = quotas.map((quota) => ({ ...quota, windowMs: 60_000 }));
  const refused = await takeQuotas(site().db, windows, Date.now());
  if (!refused) return;
  const message = quotas.find(({ key }) => key === refused.key)?.message;
  throw new ApiError('rate_limited', { retryAfterMs: refused.retryAfterMs, ...(message && { message }) });
}
