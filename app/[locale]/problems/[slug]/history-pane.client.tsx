'use client';

import { History } from 'lucide-react';
import { useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button, ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { formatMoment } from '#app/_ui/format-date.ts';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import { costText } from './cost-text.ts';
import { type ReadSubmission, readSubmission, type SubmissionLine } from './submission-client.ts';
import { VerdictReport } from './verdict-report.tsx';

type Props = {
  locale: Locale;
  slug: string;
  history: SubmissionLine[];
  onRestore: (source: string) => void;
  onEditorial: () => void;
};

type Opened = { id: string; read: ReadSubmission | 'loading' | 'unreachable' };

/** Earlier submissions with verdict and code of each. */
export function HistoryPane({ locale, history, ...details }: Props) {
  const t = workspaceMessages[locale];
  const [opened, setOpened] = useState<Opened | null>(null);
  if (history.length === 0) {
    return (
      <div className="p-4">
        <EmptyState icon={History} title={t.noHistory} />
      </div>
    );
  }
  const toggle = async (id: string) => {
    if (opened?.id === id) {
      setOpened(null);
      return;
    }
    setOpened({ id, read: 'loading' });
    const reply = await readSubmission(id, locale);
    const read = reply.kind === 'read' ? reply.submission : 'unreachable';
    setOpened((now) => (now?.id === id ? { id, read } : now));
  };
  return (
    <ul aria-label={t.history} className="divide-y divide-line">
      {history.map((line) => (
        <li key={line.id}>
          <button
            type="button"
            aria-expanded={opened?.id === line.id}
            onClick={() => void toggle(line.id)}
            className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-left hover:bg-sunken"
          >
            <LineVerdict locale={locale} line={line} />
            {line.score === null ? null : (
              <span className="text-sm tabular-nums">{t.points(line.score, line.maxScore ?? 100)}</span>
            )}
            {line.cpuMs === null || line.memoryKiB === null || line.verdict === 'CE' ? null : (
              <span className="text-ink-muted text-sm tabular-nums">
                {costText({ cpuMs: line.cpuMs, memoryKiB: line.memoryKiB })}
              </span>
            )}
            <time dateTime={line.createdAt} className="ml-auto text-ink-muted text-sm">
              {formatMoment(locale, line.createdAt)}
            </time>
          </button>
          {opened?.id === line.id ? <Details locale={locale} read={opened.read} {...details} /> : null}
        </li>
      ))}
    </ul>
  );
}

function LineVerdict({ locale, line }: { locale: Locale; line: SubmissionLine }) {
  if (line.verdict) return <VerdictBadge locale={locale} verdict={line.verdict} />;
  return <VerdictBadge locale={locale} status={line.status === 'done' ? 'queued' : line.status} />;
}

type DetailsProps = Omit<Props, 'history'> & { read: Opened['read'] };

function Details({ locale, slug, read, onRestore, onEditorial }: DetailsProps) {
  const t = workspaceMessages[locale];
  if (read === 'loading')
    return (
      <p role="status" className="px-4 pb-4 text-ink-muted">
        {t.loading}
      </p>
    );
  if (read === 'unreachable')
    return (
      <p role="alert" className="px-4 pb-4">
        {t.unreachable}
      </p>
    );
  return (
    <div className="pb-4">
      {read.verdict ? (
        <VerdictReport locale={locale} problem={slug} verdict={read} onEditorial={onEditorial} />
      ) : null}
      <div className="flex flex-col gap-3 px-4">
        <Scrolled label={t.code} className="max-h-96">
          {read.source}
        </Scrolled>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => onRestore(read.source)}>
            {t.restore}
          </Button>
          <ButtonLink size="small" href={`/${locale}/submissions/${read.id}`}>
            {t.open}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
