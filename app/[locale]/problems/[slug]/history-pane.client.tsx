'use client';

import { History } from 'lucide-react';
import { useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button, ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { languageTags } from '#app/_ui/languages.ts';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import { type ReadSubmission, readSubmission, type SubmissionLine } from './submission-client.ts';

type Props = { locale: Locale; history: SubmissionLine[]; onRestore: (source: string) => void };

/** Earlier submissions with the code of each. */
export function HistoryPane({ locale, history, onRestore }: Props) {
  const t = workspaceMessages[locale];
  const [open, setOpen] = useState<ReadSubmission | null>(null);
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short' });
  if (history.length === 0) {
    return (
      <div className="p-4">
        <EmptyState icon={History} title={t.noHistory} />
      </div>
    );
  }
  const toggle = async (id: string) =>
    setOpen(open?.id === id ? null : ((await readSubmission(id, locale)) ?? null));
  return (
    <ul aria-label={t.history} className="divide-y divide-line">
      {history.map((line) => (
        <li key={line.id}>
          <button
            type="button"
            aria-expanded={open?.id === line.id}
            onClick={() => void toggle(line.id)}
            className="flex w-full flex-wrap items-center gap-3 px-4 py-3 text-left hover:bg-sunken"
          >
            {line.verdict ? (
              <VerdictBadge locale={locale} verdict={line.verdict} />
            ) : (
              <VerdictBadge locale={locale} status={line.status === 'done' ? 'queued' : line.status} />
            )}
            {line.score === null ? null : (
              <span className="text-sm tabular-nums">{t.points(line.score, line.maxScore ?? 100)}</span>
            )}
            <time
              dateTime={line.createdAt}
              className="ml-auto text-ink-muted text-sm"
              suppressHydrationWarning
            >
              {time.format(new Date(line.createdAt))}
            </time>
          </button>
          {open?.id === line.id ? (
            <div className="flex flex-col gap-3 px-4 pb-4">
              <Scrolled label={t.code} className="max-h-96">
                {open.source}
              </Scrolled>
              <div className="flex flex-wrap gap-2">
                <Button size="small" onClick={() => onRestore(open.source)}>
                  {t.restore}
                </Button>
                <ButtonLink size="small" href={`/${locale}/submissions/${line.id}`}>
                  {t.open}
                </ButtonLink>
              </div>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
