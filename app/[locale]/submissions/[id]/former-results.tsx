import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { Panel } from '#app/_ui/card.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { verdictBody } from '#app/api/v1/submissions/shape.ts';
import { verdictOf } from '#judge/api.ts';
import type { Locale } from '#judge/verdict.ts';
import type { FormerResult } from '#prisma/rejudgment.ts';
import { VerdictReport } from '../../problems/[slug]/verdict-report.tsx';

type Props = {
  locale: Locale;
  problem: string;
  results: FormerResult[];
  /** Instructors read the whole of an old result and its set; its owner is told what it was. */
  whole: boolean;
};

/** What a submission was told before it was judged again. */
export function FormerResults({ locale, problem, results, whole }: Props) {
  if (results.length === 0) return null;
  return (
    <div className="mt-6">
      <Panel title={rejudgingMessages[locale].history}>
        <ul className="-my-2 divide-y divide-line">
          {results.map((result) => (
            <li key={result.id} className="py-2">
              <p>
                <Told locale={locale} result={result} />
              </p>
              {whole ? <Whole locale={locale} problem={problem} result={result} /> : null}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Told({ locale, result }: { locale: Locale; result: FormerResult }) {
  const t = rejudgingMessages[locale];
  const { oldVerdict, oldScore, oldMaxScore, replacedAt } = result;
  const words: Record<string, string> = verdictMessages[locale].codes;
  const points = oldScore === null || oldMaxScore === null ? '' : t.formerPoints(oldScore, oldMaxScore);
  const was = words[oldVerdict ?? ''] ?? '–';
  return <Moment locale={locale} at={replacedAt} say={(date) => t.judgedAgain(date, was, points)} />;
}

type WholeProps = { locale: Locale; problem: string; result: FormerResult };

async function Whole({ locale, problem, result }: WholeProps) {
  const t = rejudgingMessages[locale];
  const verdict = await verdictBody(verdictOf({ result: result.oldResult }), locale);
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/${locale}/rejudgings/${result.rejudgingId}`}>{t.set}</TextLink>
      </p>
      {verdict.verdict === null ? null : (
        <details className="mt-1">
          <summary className="w-fit text-ink-muted text-sm hover:text-ink">{t.oldResult}</summary>
          <VerdictReport locale={locale} problem={problem} verdict={verdict} of={t.oldResult} />
        </details>
      )}
    </>
  );
}
