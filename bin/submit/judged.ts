import { z } from 'zod';
import { commandMessages } from '#app/_messages/command.ts';
import { type Locale, verdictCodes } from '#judge/verdict.ts';
import { readOnLines } from '../read-on.ts';

const test = z.object({ name: z.string(), verdict: z.enum(verdictCodes), message: z.string().nullish() });
const diagnosis = z.object({
  title: z.string(),
  message: z.string(),
  /** Sites of before don't say. */
  question: z.object({ title: z.string(), href: z.string() }).nullish(),
});

/** A submission as the API answers it, in the language that was asked for. */
export const judged = z.object({
  status: z.string(),
  verdict: z.enum(verdictCodes).nullable(),
  score: z.number().nullish(),
  maxScore: z.number().nullish(),
  cpuMs: z.number().nullish(),
  memoryKiB: z.number().nullish(),
  compile: z
    .array(z.object({ line: z.number(), column: z.number(), code: z.string(), message: z.string() }))
    .nullish(),
  tests: z.array(test).nullish(),
  diagnosis: diagnosis.nullish(),
});

export type Judged = z.infer<typeof judged>;

/** The verdict for people; `siteUrl` is where what explains a mistake can be read. */
export function judgedText(
  { verdict, score, maxScore, cpuMs, memoryKiB, compile, tests, diagnosis: mistake }: Judged,
  { locale, siteUrl, problem }: { locale: Locale; siteUrl: string; problem: string },
): string {
  const t = commandMessages[locale];
  const failing = (tests ?? []).filter((one) => one.verdict !== 'AC');
  return [
    [
      verdict,
      score == null ? '' : t.points(score, maxScore ?? 100),
      cpuMs == null ? '' : `${Math.round(cpuMs)} ms`,
      memoryKiB == null ? '' : `${(memoryKiB / 1024).toFixed(1)} MiB`,
    ]
      .filter(Boolean)
      .join(' · '),
    ...(compile ?? []).map((at) => `  ${at.line}:${at.column} ${at.code} ${at.message}`),
    ...failing.map((one) => `  ${one.verdict} ${one.name}${one.message ? `: ${one.message}` : ''}`),
    ...(mistake ? ['', t.looksLike(mistake.title), mistake.message] : []),
    ...(mistake ? readOnLines({ locale, siteUrl, problem, question: mistake.question }) : []),
  ].join('\n');
}
