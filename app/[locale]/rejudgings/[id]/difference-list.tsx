import { Equal } from 'lucide-react';
import Link from 'next/link';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { ButtonLink } from '#app/_ui/button.tsx';
import { Panel } from '#app/_ui/card.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { Preview } from '#judge/rejudge.ts';
import { type Locale, type VerdictCode, verdictCodes } from '#judge/verdict.ts';
import type { Difference, TestChange } from '#prisma/rejudging-preview.ts';

type Chosen = {
  old?: VerdictCode | undefined;
  new?: VerdictCode | undefined;
  after?: string | undefined;
};
/** `names` are those of problems, by slug. */
type Props = { locale: Locale; preview: Preview; names: ReadonlyMap<string, string>; chosen: Chosen };

/** The submissions that differ, or those of a cell of the matrix; a page at a time. */
export function DifferenceList({ locale, preview, names, chosen }: Props) {
  const t = rejudgingMessages[locale];
  const words = verdictMessages[locale].codes;
  const { differences, next, progress } = preview;
  const cell = chosen.old && chosen.new ? t.cell(words[chosen.old], words[chosen.new]) : null;
  if (progress.judged === 0) return null;
  return (
    <Panel
      title={cell ?? t.differences}
      aside={
        cell ? (
          <ButtonLink size="small" href="?" scroll={false}>
            {t.all}
          </ButtonLink>
        ) : null
      }
    >
      {differences.length === 0 ? (
        <EmptyState icon={Equal} title={cell ? t.noneInCell : t.noDifferences}>
          {cell ? null : t.noDifferencesText}
        </EmptyState>
      ) : (
        <ul className="-m-4 divide-y divide-line">
          {differences.map((row) => (
            <Row key={row.submissionId} locale={locale} row={row} problem={names.get(row.slug) ?? row.slug} />
          ))}
        </ul>
      )}
      <Pages locale={locale} next={next} chosen={chosen} />
    </Panel>
  );
}

function Pages({ locale, next, chosen }: Pick<Props, 'locale' | 'chosen'> & { next: string | null }) {
  const t = rejudgingMessages[locale];
  const at = (after?: string) => {
    const given = Object.entries({ ...chosen, after }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `?${new URLSearchParams(given)}`;
  };
  if (next === null && chosen.after === undefined) return null;
  return (
    <p className="mt-8 flex gap-3">
      {chosen.after === undefined ? null : (
        <ButtonLink size="small" href={at()}>
          {t.firstPage}
        </ButtonLink>
      )}
      {next === null ? null : (
        <ButtonLink size="small" href={at(next)}>
          {t.more}
        </ButtonLink>
      )}
    </p>
  );
}

function Row({ locale, row, problem }: { locale: Locale; row: Difference; problem: string }) {
  const t = rejudgingMessages[locale];
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="sr-only">{t.was}</span>
          <Verdict locale={locale} code={row.oldVerdict} />
          <span aria-hidden>→</span>
          <span className="sr-only">{t.is}</span>
          <Verdict locale={locale} code={row.verdict} />
        </span>
        <span className="tabular-nums">
          {row.oldScore === row.score ? t.samePoints(row.score) : t.points(row.oldScore, row.score)}
        </span>
        {row.conflict ? <Badge>{t.conflict}</Badge> : null}
        <span className="flex flex-wrap gap-x-3 text-ink-muted text-sm sm:ml-auto">
          <span>{row.userName}</span>
          <span>{problem}</span>
          <Link
            href={`/${locale}/submissions/${row.submissionId}`}
            className="text-accent underline underline-offset-3"
          >
            {t.submission}, <Moment locale={locale} at={row.submittedAt} />
          </Link>
        </span>
      </div>
      {row.changes.length > 0 ? <Tests locale={locale} changes={row.changes} /> : null}
    </li>
  );
}

function Verdict({ locale, code }: { locale: Locale; code: string | null }) {
  const known = verdictCodes.find((one) => one === code);
  return known ? <VerdictBadge locale={locale} verdict={known} /> : <span>–</span>;
}

function Tests({ locale, changes }: { locale: Locale; changes: TestChange[] }) {
  const t = rejudgingMessages[locale];
  const words: Record<string, string> = verdictMessages[locale].codes;
  const word = (code: string | null) => (code === null ? t.notRun : (words[code] ?? code));
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-muted hover:text-ink">{t.testsChanged(changes.length)}</summary>
      <ul className="mt-2 flex flex-col gap-1 rounded border border-line bg-sunken px-3 py-2">
        {changes.map(({ name, old, new: now }) => (
          <li key={name} className="flex flex-wrap gap-x-3">
            <code className="min-w-0 grow break-all">{name}</code>
            <span className="text-ink-muted">{t.cell(word(old), word(now))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
