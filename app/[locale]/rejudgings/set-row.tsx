import Link from 'next/link';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import type { ListedSet } from '#judge/rejudge.ts';
import type { Locale } from '#judge/verdict.ts';
import { Made } from './made.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { StateBadge } from './state-badge.tsx';

/** A set in the list: why, where it stands, how much differs. */
export function SetRow({ locale, set: { rejudging, progress } }: { locale: Locale; set: ListedSet }) {
  const t = rejudgingMessages[locale];
  return (
    <li className="relative flex flex-col gap-2 px-4 py-4 hover:bg-sunken">
      <div className="flex items-start gap-3">
        <h3 className="min-w-0 grow break-words text-lg">
          <Link href={`/${locale}/rejudgings/${rejudging.id}`} className="after:absolute after:inset-0">
            {rejudging.reason}
          </Link>
        </h3>
        <StateBadge locale={locale} state={rejudging.state} />
      </div>
      {rejudging.state === 'open' ? (
        <ProgressBar label={t.state} done={progress.judged} total={progress.total} />
      ) : null}
      <p className="flex flex-wrap gap-x-4 text-ink-muted text-sm tabular-nums">
        <span>{t.progress(progress.judged, progress.total)}</span>
        <span>{t.differ(progress.differing)}</span>
        <span className="sm:ml-auto">
          <Made locale={locale} rejudging={rejudging} />
        </span>
      </p>
    </li>
  );
}
