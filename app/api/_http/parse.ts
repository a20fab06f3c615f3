import { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { faultMessages } from '#app/_messages/api.ts';
import { isInReach } from '#app/_practice/calendar.ts';
import type { Locale } from '#judge/verdict.ts';
import { ApiError, type FieldFault } from './errors.ts';

/** Text that Postgres can store. */
export const storable = z.string().refine((value) => !value.includes('\0'), { params: { fault: 'nul' } });

const inReach = { params: { fault: 'year' } };
// What is no date is told to be none, and nothing of its year.
const abort = true;
/** A day that Postgres can store, `2026-01-31`. */
export const storableDay = z.iso
  .date({ abort })
  .refine(isInReach, inReach)
  .describe('In the years 1970 to 2099');
/** A moment that Postgres can store, ISO 8601. */
export const storableMoment = z.iso
  .datetime({ offset: true, abort })
  .refine(isInReach, inReach)
  .describe('In the years 1970 to 2099');

// A stranger's mistakes are told to help, not to be sent back whole.
const mostFields = 20;
const longestKey = 60;

const worded: Record<Locale, z.core.$ZodErrorMap> = { en: en().localeError, zh: zhCN().localeError };

/** Types what a stranger sent. Throws 400 with the fields at fault, in both languages. */
export function parseClaimed<T>(schema: z.ZodType<T>, claimed: unknown): T {
  const parsed = schema.safeParse(claimed);
  if (parsed.success) return parsed.data;
  const zh = issuesIn('zh', schema, claimed);
  const faults = issuesIn('en', schema, claimed).map(
    ({ path, message }, index): FieldFault => ({
      path,
      message: { en: message, zh: zh[index]?.message ?? message },
    }),
  );
  const fields = faults.slice(0, mostFields);
  const more = faults.length - fields.length;
  if (more > 0) fields.push({ path: '', message: faultMessages.more(more) });
  throw new ApiError('bad_request', { fields });
}

function issuesIn(locale: Locale, schema: z.ZodType, claimed: unknown): { path: string; message: string }[] {
  const error: z.core.$ZodErrorMap = (issue) => {
    const fault: unknown = issue.code === 'custom' ? issue.params?.['fault'] : undefined;
    return fault === 'nul' || fault === 'timeZone' || fault === 'year'
      ? faultMessages[fault][locale]
      : worded[locale](issue);
  };
  const issues = schema.safeParse(claimed, { error }).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const { path, message } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message }];
    // An unknown key is at fault itself, not what holds it; the message of the library names them all, for each of them.
    return issue.keys.map((key) => ({
      path: [...path, shortened(key)].join('.'),
      message: faultMessages.noSuchField[locale],
    }));
  });
}

function shortened(key: string): string {
  return key.length > longestKey ? `${key.slice(0, longestKey)}…` : key;
}
