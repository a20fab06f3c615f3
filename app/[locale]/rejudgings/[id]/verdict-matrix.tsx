import { Hourglass } from 'lucide-react';
import Link from 'next/link';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { classes } from '#app/_ui/classes.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import { type Locale, type VerdictCode, verdictCodes } from '#judge/verdict.ts';
import type { Move } from '#prisma/rejudging-preview.ts';

type Chosen = { old?: VerdictCode | undefined; new?: VerdictCode | undefined };

/** Old verdicts by new ones; what moved stands out, and each number leads to its submissions. */
export function VerdictMatrix({ locale, moves, chosen }: { locale: Locale; moves: Move[]; chosen: Chosen }) {
  const t = rejudgingMessages[locale];
  const olds = verdictCodes.filter((code) => moves.some((move) => move.old === code));
  const news = verdictCodes.filter((code) => moves.some((move) => move.new === code));
  if (olds.length === 0)
    return (
      <EmptyState icon={Hourglass} title={t.nothingJudged}>
        {t.nothingJudgedText}
      </EmptyState>
    );
  return (
    <>
      <p className="mb-3 text-ink-muted text-sm">{t.matrixHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls by keyboard (WCAG 2.1.1) */}
      <section aria-label={t.matrix} tabIndex={0} className="overflow-x-auto">
        <table className="border-separate border-spacing-1 tabular-nums">
          <thead>
            <tr>
              <td className="pr-3 text-ink-muted text-sm">
                {t.before} ↓ · {t.now} →
              </td>
              {news.map((code) => (
                <th key={code} scope="col" className="p-1 text-center">
                  <Heading locale={locale} code={code} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {olds.map((old) => (
              <tr key={old}>
                <th scope="row" className="py-1 pr-3 text-left">
                  <Heading locale={locale} code={old} />
                </th>
                {news.map((now) => (
                  <td key={now} className="p-0 text-center">
                    <Cell locale={locale} cell={{ old, new: now }} moves={moves} chosen={chosen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** A phone has room for the letters alone, which the words stand behind. */
function Heading({ locale, code }: { locale: Locale; code: VerdictCode }) {
  return (
    <>
      <abbr title={verdictMessages[locale].codes[code]} className="font-mono no-underline sm:hidden">
        {code}
      </abbr>
      <span className="max-sm:hidden">
        <VerdictBadge locale={locale} verdict={code} />
      </span>
    </>
  );
}

type CellProps = {
  locale: Locale;
  cell: { old: VerdictCode; new: VerdictCode };
  moves: Move[];
  chosen: Chosen;
};

function Cell({ locale, cell, moves, chosen }: CellProps) {
  const count = moves.find((move) => move.old === cell.old && move.new === cell.new)?.count ?? 0;
  if (count === 0) return <span className="text-ink-muted">·</span>;
  const words = verdictMessages[locale].codes;
  const here = chosen.old === cell.old && chosen.new === cell.new;
  const moved = cell.old !== cell.new;
  return (
    <Link
      href={here ? '?' : `?old=${cell.old}&new=${cell.new}`}
      scroll={false}
      aria-current={here ? 'true' : undefined}
      aria-label={`${count}: ${rejudgingMessages[locale].cell(words[cell.old], words[cell.new])}`}
      className={classes(
        'flex min-h-10 items-center justify-center rounded border px-3',
        moved ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-muted',
        here ? 'border-accent' : 'border-line hover:border-accent',
      )}
    >
      {count}
    </Link>
  );
}
