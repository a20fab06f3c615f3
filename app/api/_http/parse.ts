import { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { faultMessages } from '#app/_messages/api.ts';
import type { Locale } from '#judge/verdict.ts';
import { ApiError, type FieldFault } from './errors.ts';

/** Text that Postgres can store. */
export const storable = z.string().refine((value) => !value.includes('\0'), { params: { fault: 'nul' } });

const worded: Record<Locale, z.core.$ZodErrorMap> = { en: en().localeError, zh: zhCN().localeError };

/** Types what a stranger sent. Throws 400 with the fields at fault, in both languages. */
export function parseClaimed<T>(schema: z.ZodType<T>, claimed: unknown): T {
  const parsed = schema.safeParse(claimed);
  if (parsed.success) return parsed.data;
  const zh = issuesIn('zh', schema, claimed);
  const fields = issuesIn('en', schema, claimed).map(
    ({ path, message }, index): FieldFault => ({
      path,
      message: { en: message, zh: zh[index]?.message ?? message },
    }),
  );
  throw new ApiError('bad_request', { fields });
}

function issuesIn(locale: Locale, schema: z.ZodType, claimed: unknown): { path: string; message: string }[] {
  const error: z.core.$ZodErrorMap = (issue) => {
    const fault: unknown = issue.code === 'custom' ? issue.params?.['fault'] : undefined;
    return fault === 'nul' || fault === 'timeZone' ? faultMessages[fault][locale] : worded[locale](issue);
  };
  const issues = schema.safeParse(claimed, { error }).error?.issues ?? [];
  return issues.flatMap((issue) => {
    // An unknown key is at fault itself, not what holds it.
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path: path.join('.'), message: issue.message }));
  });
}
