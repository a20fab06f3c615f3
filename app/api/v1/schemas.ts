import { z } from 'zod';
import { faultMessages } from '#app/_messages/api.ts';
import { isTimeZone } from '#app/_practice/calendar.ts';
import { cardKinds } from '#app/_practice/replay.ts';
import { verdictCodes } from '#judge/verdict.ts';
import { targets } from '#prisma/rejudging.ts';
import { ApiError } from '../_http/errors.ts';
import { storable, storableDay, storableMoment } from '../_http/parse.ts';

/** Bodies that the API takes; the OpenAPI description is made from these. */
export const submitBody = z.strictObject({
  problem: storable.min(1).max(100),
  source: storable.min(1),
  queue: z
    .enum(['interactive', 'batch'])
    .default('interactive')
    .describe('`batch` is judged when nobody waits for anything else'),
});
export const shareBody = z.strictObject({ shared: z.boolean() });
export const draftBody = z.strictObject({ source: storable });
export const tokenBody = z.strictObject({ name: storable.trim().min(1).max(80) });
/** What submissions are chosen by to be judged again; all that is given has to hold. */
export const choiceBody = z.strictObject({
  problem: storable.min(1).max(100).optional(),
  version: storable.min(1).max(100).optional(),
  verdicts: z.array(z.enum(verdictCodes)).min(1).max(verdictCodes.length).optional(),
  since: storableMoment.optional(),
  until: storableMoment.optional(),
  /** An id or an email address. */
  user: storable.min(1).max(320).optional(),
  submissions: z.array(z.uuid()).min(1).max(1000).optional(),
});
export const rejudgeBody = z.strictObject({
  choice: choiceBody,
  to: z.enum(targets).default('current'),
  reason: storable.trim().min(1).max(500),
});
export const applyBody = z.strictObject({ partial: z.boolean().default(false) });

/** A problem's name in an address. */
const slugParam = z.string().regex(/^[a-z0-9-]{1,100}$/);

const timeZone = storable
  .max(64)
  .refine(isTimeZone, { params: { fault: 'timeZone' } })
  .describe('IANA, such as `Asia/Shanghai`');
const entry = {
  id: z.uuid().describe('Made by the caller; an entry that was sent before changes nothing'),
  kind: z.enum(cardKinds),
  slug: slugParam,
  at: storableMoment.describe(
    'When it happened, in the years 1970 to 2099; entries count in this order, not in that of their arrival',
  ),
};
/** What happened to cards; of one batch nothing is lost or taken twice, however often it is sent. */
export const practiceBody = z.strictObject({
  entries: z
    .array(
      z.discriminatedUnion('act', [
        z.strictObject({
          ...entry,
          act: z.literal('grade'),
          grade: z
            .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
            .describe('1 again, 2 hard, 3 good, 4 easy'),
          points: z.array(z.int().min(0).max(99)).max(50).default([]).describe('Key points named, by index'),
        }),
        z.strictObject({ ...entry, act: z.literal('undo'), undoes: z.uuid() }),
        z.strictObject({ ...entry, act: z.enum(['bury', 'suspend', 'resume']) }),
      ]),
    )
    .min(1)
    .max(100),
  timeZone: timeZone.optional(),
});
export const practiceSettingsBody = z.strictObject({
  newPerDay: z.int().min(0).max(100),
  reviewsPerDay: z.int().min(0).max(1000),
  timeZone,
  interviewOn: storableDay.nullable(),
});

/** The longest body that is read, bytes: 128 KiB of source may double when JSON escapes it. */
export const maxBodyBytes = 300 * 1024;
const maxSourceKiB = 128;

/** Throws 413 for a source longer than any problem takes. */
export function requireShort(source: string): void {
  if (Buffer.byteLength(source) <= maxSourceKiB * 1024) return;
  throw new ApiError('too_large', {
    fields: [{ path: 'source', message: faultMessages.tooLong(maxSourceKiB) }],
  });
}

/** A name that a problem may have. Throws 404, also for what the database couldn't even look up. */
export function requireSlug(uncheckedSlug: string): string {
  if (!slugParam.safeParse(uncheckedSlug).success) throw new ApiError('not_found');
  return uncheckedSlug;
}
