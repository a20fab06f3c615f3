'use client';

import Link from 'next/link';
import type { Locale } from '#judge/verdict.ts';
import { homeMessages } from '../_messages/home.ts';
import { useProgress } from './questions/progress.ts';
import { type KnownQuestion, suggestNext } from './suggest-next.ts';

type Props = {
  locale: Locale;
  questions: readonly (KnownQuestion & { title: string })[];
  problems: readonly { slug: string; title: string }[];
};

/** For who comes back: the last question opened, and one thing to do next. Nothing for a first visit. */
export function WhereYouLeftOff({ locale, questions, problems }: Props) {
  const t = homeMessages[locale];
  const { last, next } = suggestNext(questions, useProgress());
  if (last === undefined) return null;
  const titleOf = (items: readonly { slug: string; title: string }[], slug: string) =>
    items.find((item) => item.slug === slug)?.title ?? slug;
  return (
    <section className="mb-12 grid gap-4 sm:grid-cols-2">
      <Place
        label={t.leftOff}
        href={`/${locale}/questions/${last}`}
        title={titleOf(questions, last)}
        reason=""
      />
      {next === undefined ? null : (
        <Place
          label={t.suggestion}
          href={`/${locale}/${next.kind}/${next.slug}`}
          title={titleOf(next.kind === 'questions' ? questions : problems, next.slug)}
          reason={t.reasons[next.reason]}
        />
      )}
    </section>
  );
}

type PlaceProps = { label: string; href: string; title: string; reason: string };

function Place({ label, href, title, reason }: PlaceProps) {
  return (
    <Link
      href={href}
      className="flex flex-col gap-1 rounded border border-line bg-surface p-4 hover:border-accent hover:bg-accent-soft"
    >
      <span className="text-ink-muted text-sm">{label}</span>
      <span className="font-semibold text-lg">{title}</span>
      {reason === '' ? null : <span className="text-ink-muted text-sm">{reason}</span>}
    </Link>
  );
}
