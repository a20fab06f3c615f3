import { getTaught } from '#app/_practice/taught.ts';
import { findExplaining } from '#content/questions-of.ts';
import { verdictOf } from '#judge/api.ts';
import { describeDiagnostic, describeFailure } from '#judge/describe.ts';
import type { Diagnosis, Locale, TestResult, Verdict } from '#judge/verdict.ts';
import type { Submission } from '#prisma/generated/client.ts';

/** A submission as the API gives it; `source` only to who may see it, which is who may see the rest. */
export async function submissionBody(row: Submission, locale: Locale) {
  return {
    id: row.id,
    problem: row.slug,
    problemVersion: row.versionId,
    status: row.status,
    source: row.source,
    shared: row.shared,
    createdAt: row.createdAt.toISOString(),
    judgedAt: row.judgedAt?.toISOString() ?? null,
    ...(await verdictBody(verdictOf(row), locale)),
  };
}

/** The line of a submission in a list. */
export function submissionLine(
  row: Pick<
    Submission,
    'id' | 'slug' | 'status' | 'verdict' | 'score' | 'maxScore' | 'cpuMs' | 'memoryKib' | 'createdAt'
  >,
) {
  const { id, slug, status, verdict, score, maxScore, cpuMs, memoryKib, createdAt } = row;
  return {
    id,
    problem: slug,
    status,
    verdict,
    score,
    maxScore,
    cpuMs,
    memoryKiB: memoryKib,
    createdAt: createdAt.toISOString(),
  };
}

/** The verdict with each failure also in words, and compile errors in the reader's. */
export async function verdictBody(verdict: Verdict | null, locale: Locale) {
  if (!verdict) return { verdict: null, score: null };
  return {
    ...verdict,
    compile: verdict.compile.map((diagnostic) => ({
      ...diagnostic,
      message: describeDiagnostic(diagnostic, locale),
    })),
    tests: verdict.tests.map((test) => testBody(test, locale)),
    diagnosis: verdict.diagnosis && (await diagnosisBody(verdict.diagnosis, locale)),
  };
}

/** The mistake it looks like, and where it is explained on this site. */
async function diagnosisBody({ id, title, message, question }: Diagnosis, locale: Locale) {
  const explaining = findExplaining(await getTaught(), question);
  return {
    id,
    title: title[locale],
    message: message[locale],
    question: explaining
      ? {
          slug: explaining.slug,
          title: explaining.title[locale],
          href: `/${locale}/questions/${explaining.slug}`,
        }
      : null,
  };
}

function testBody(test: TestResult, locale: Locale) {
  return {
    ...test,
    message: test.failure ? describeFailure(test.failure, locale) : '',
    hint: test.hint?.[locale] ?? null,
  };
}
