import { limitMessages } from '#app/_messages/api.ts';
import { addressOf } from '#app/_session/client-address.ts';
import { type CurrentUser, mayTeach } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import type { SubmitReply } from '#judge/api.ts';

/** Counts a submission of a user. Throws 429 with the limit that is met, and then counts nothing. */
export async function requireSubmitQuota(headers: Headers, user: CurrentUser): Promise<void> {
  const { perMinute } = site().limits;
  // Whoever teaches sends what a whole class wrote.
  const own = mayTeach(user) ? perMinute.address : perMinute.user;
  await requireQuota([
    { key: `submit:user:${user.id}`, max: own, message: limitMessages.user(own) },
    {
      key: `submit:address:${addressOf(headers)}`,
      max: perMinute.address,
      message: limitMessages.address(perMinute.address),
    },
    { key: 'submit:all', max: perMinute.all, message: limitMessages.all(perMinute.all) },
  ]);
}

type Full = Extract<SubmitReply, { kind: 'queue-full' | 'too-many-pending' }>;

/** How a submission that finds no room is refused: with how much waits, and when a part of it will be judged. */
export function refusalOf({ kind, pending }: Full): ApiError {
  const pace = site().watcher.verdictsPerMinute();
  const retryAfterMs = returnMs(pending, pace);
  return kind === 'queue-full'
    ? new ApiError('queue_full', { retryAfterMs, message: limitMessages.queueFull(pending, pace) })
    : new ApiError('too_many_pending', { retryAfterMs, message: limitMessages.tooManyPending(pending) });
}

/** What is told where the pace is not known, or nothing moves. */
const unknownMs = 60_000;

// A tenth of what waits is judged by then: who all come back for the first free place find it taken. Own submissions
// alternate with those of others, so theirs may take longer, and asking again costs little.
function returnMs(pending: number, pace: number | null): number {
  if (!pace) return unknownMs;
  return Math.min(300_000, Math.max(5000, (pending / 10 / pace) * 60_000));
}
