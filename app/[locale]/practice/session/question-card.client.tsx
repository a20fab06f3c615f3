'use client';

import { ArrowUpRight, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { suggestGrade } from '#app/_practice/grade.ts';
import { Button } from '#app/_ui/button.tsx';
import { classes } from '#app/_ui/classes.ts';
import { Textarea } from '#app/_ui/field.tsx';
import { Html } from '#app/_ui/html.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import { Prose } from '#app/_ui/prose.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { CardText } from '../../questions/question-view.ts';
import { CardHead } from './card-head.tsx';
import { GradeBar } from './grade-bar.tsx';
import { LoadedAnswer } from './loaded-answer.tsx';
import type { SessionCard } from './session-state.ts';
import type { Session } from './use-session.client.ts';

type Props = { locale: Locale; card: SessionCard; session: Session };

/** A question to be recalled, and once one has, what there was to say. */
export function QuestionCard({ locale, card, session }: Props) {
  const t = practiceMessages[locale];
  const { revealed, notes, loaded, retry } = session;
  return (
    <div className="flex flex-col gap-8">
      <CardHead locale={locale} card={card} />
      {/* Nothing written is nothing to compare with the answer. */}
      <div className={classes('flex flex-col gap-1', revealed && notes === '' && 'hidden')}>
        {revealed ? null : <p className="mb-3 text-ink-muted text-lg">{t.sayIt}</p>}
        <label htmlFor="notes" className="font-semibold">
          {t.notes}
        </label>
        <Textarea
          id="notes"
          aria-describedby="notes-hint"
          value={notes}
          onChange={({ currentTarget }) => session.setNotes(currentTarget.value)}
          className="min-h-28"
        />
        <p id="notes-hint" className="text-ink-muted text-sm">
          {t.notesHint}
        </p>
      </div>
      {!revealed ? (
        <div className="sticky bottom-0 -mx-4 border-line border-t bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:p-0">
          <Button
            look="primary"
            onClick={session.reveal}
            aria-keyshortcuts="Space"
            className="min-h-12 w-full text-lg"
          >
            {t.reveal}
            <span aria-hidden className="hidden sm:inline">
              <Kbd>Space</Kbd>
            </span>
          </Button>
        </div>
      ) : (
        <LoadedAnswer locale={locale} loaded={loaded} onRetry={retry}>
          {(text) => <Revealed locale={locale} card={card} session={session} text={text} />}
        </LoadedAnswer>
      )}
    </div>
  );
}

function Revealed({ locale, card, session, text }: Props & { text: CardText }) {
  const t = practiceMessages[locale];
  const { ticked } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  // Who listens or uses keys is where the answer begins.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // Who does without the list is not told that they named nothing.
  const suggested = ticked.length === 0 ? undefined : suggestGrade(ticked.length, text.keyPointsHtml.length);
  return (
    <>
      <section aria-labelledby="short" className="flex flex-col gap-3">
        <h2 id="short" ref={heading} tabIndex={-1} className="text-xl outline-none">
          {t.short}
        </h2>
        <div className="border-accent border-l-3 pl-5">
          <Prose html={text.shortHtml} locale={locale} />
        </div>
      </section>
      <section aria-labelledby="points" className="flex flex-col gap-3">
        <h2 id="points" className="text-xl">
          {t.points}
        </h2>
        <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
          {text.keyPointsHtml.map((html, index) => (
            <li key={html}>
              <label className="flex cursor-pointer gap-3 px-4 py-2.5 hover:bg-sunken">
                <input
                  type="checkbox"
                  checked={ticked.includes(index)}
                  onChange={({ currentTarget }) => session.tick(index, currentTarget.checked)}
                  className="mt-1 size-4.5 shrink-0 accent-accent"
                />
                <Html inline html={html} className="prose prose-small min-w-0" />
              </label>
            </li>
          ))}
        </ul>
        <p aria-live="polite" className="text-ink-muted text-sm">
          {t.pointsCount(ticked.length, text.keyPointsHtml.length)}
        </p>
      </section>
      <details className="group/full rounded border border-line bg-surface">
        <summary className="flex list-none items-center gap-2 px-4 py-3 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-muted group-open/full:rotate-90" />
          {t.full}
        </summary>
        <div className="px-4 pt-1 pb-5 [&_h2]:text-lg [&_h3]:text-base">
          <Prose html={text.fullHtml} locale={locale} small />
          <TextLink
            href={`/${locale}/questions/${card.slug}`}
            target="_blank"
            className="mt-4 inline-flex items-center gap-1"
          >
            {t.wholePage} <ArrowUpRight aria-hidden size={15} />
          </TextLink>
        </div>
      </details>
      <GradeBar locale={locale} intervals={card.intervals} suggested={suggested} onGrade={session.grade} />
    </>
  );
}
