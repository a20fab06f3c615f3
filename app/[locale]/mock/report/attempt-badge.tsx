import { mockMessages } from '#app/_messages/mock.ts';
import type { Attempt } from '#app/_mock/report.ts';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import { type Locale, verdictCodes } from '#judge/verdict.ts';

/** What the judge said of the problem, and how many points that was. */
export function AttemptBadge({ locale, attempt }: { locale: Locale; attempt: Attempt | null }) {
  const t = mockMessages[locale];
  if (attempt === null) return <span className="font-semibold">{t.notSubmitted}</span>;
  const verdict = verdictCodes.find((code) => code === attempt.verdict);
  if (verdict === undefined) return <span className="font-semibold">{t.judging}</span>;
  const { score, maxScore } = attempt;
  return (
    <>
      <VerdictBadge locale={locale} verdict={verdict} />
      {score === null || maxScore === null ? null : (
        <span className="text-sm tabular-nums">{t.score(score, maxScore)}</span>
      )}
    </>
  );
}
