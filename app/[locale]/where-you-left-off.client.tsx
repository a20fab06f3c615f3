'use client';

import Link from 'next/link';
import type { Locale } from '#judge/verdict.ts';
import { homeMessages } from '../_messages/home.ts';
import { useDraftTimes } from './draft-times.ts';
import { useProgress } from './questions/progress.ts';
import { useQuestionStates } from './questions/use-question-states.ts';
import { type KnownQuestion, type Place, suggestNext } from './suggest-next.ts';
import { useStanding } from './use-standing.ts';

type Props = {
  locale: Locale;
  questions: readonly (KnownQuestion & { title: string; checkIds: string[] })[];
  problems: readonly { slug: string; title: string }[];
};

/** For who comes back: what is due, what was done last, and one thing to do next. Nothing for a first visit. */
export function WhereYouLeftOff({ locale, questions, problems }: Props) {
  const t = homeMessages[locale];
  const { due, problems: submitted } = useStanding();
  const { last, next } = suggestNext({
    questions,
    states: useQuestionStates(questions),
    progress: useProgress(),
    drafts: useDraftTimes(),
    tried: submitted.map(({ slug }) => slug),
  });
  const titleOf = ({ kind, slug }: Place) =>
    (kind === 'questions' ? questions : problems).find((item) => item.slug === slug)?.title;
  const lastTitle = last && titleOf(last);
  const nextTitle = next && titleOf(next);
  if (!due && !lastTitle && !nextTitle) return null;
  return (
    <section aria-label={t.comeBack} className="mb-12 grid gap-4 sm:auto-cols-fr sm:grid-flow-col">
      {due ? (
        <PlaceLink
          label={t.today}
          href={`/${locale}/practice${due.review + due.fresh > 0 ? '/session' : ''}`}
          title={t.due(due) || t.nothingDue}
          reason=""
        />
      ) : null}
      {lastTitle ? (
        <PlaceLink
          label={t.leftOff}
          href={`/${locale}/${last.kind}/${last.slug}`}
          title={lastTitle}
          reason=""
        />
      ) : null}
      {nextTitle ? (
        <PlaceLink
          label={t.suggestion}
          href={`/${locale}/${next.kind}/${next.slug}`}
          title={nextTitle}
          reason={t.reasons[next.reason]}
        />
      ) : null}
    </section>
  );
}

type PlaceLinkProps = { label: string; href: string; title: string; reason: string };

function PlaceLink({ label, href, title, reason }: PlaceLinkProps) {
  return (
    <Link
      href={href}
      // The first of them depends on who asks.
      prefetch={false}
      className="flex flex-col gap-1 rounded border border-line bg-surface p-4 hover:border-accent hover:bg-accent-soft"
    >
      <span className="text-ink-muted text-sm">{label}</span>
      <span className="font-semibold text-lg">{title}</span>
      {reason === '' ? null : <span className="text-ink-muted text-sm">{reason}</span>}
    </Link>
  );
}
