'use client';

import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import { suggestGrade } from '#app/_practice/grade.ts';
import { Button } from '#app/_ui/button.tsx';
import { Html } from '#app/_ui/html.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import { Prose } from '#app/_ui/prose.tsx';
import type { Locale } from '#judge/verdict.ts';
import { LoadedAnswer } from '../../practice/session/loaded-answer.tsx';
import { useCardText } from '../../practice/session/use-card-text.client.ts';
import type { CardText } from '../../questions/question-view.ts';
import type { QuestionItem as Item } from '../item-view.ts';
import type { ItemPatch, Told } from '../mock-client.ts';
import { NotesField } from './notes-field.tsx';

type Props = {
  locale: Locale;
  item: Item;
  told: Told;
  /** The question after this one, to be fetched behind it. */
  next: string | undefined;
  onChange: (patch: ItemPatch) => void;
};

/** Think, write, look, mark. */
export function QuestionItem({ locale, item, told, next, onChange }: Props) {
  const t = mockMessages[locale];
  const { loaded, retry } = useCardText({ locale, slug: item.slug, next });
  const [before] = useState(told.revealed);
  return (
    <div className="flex flex-col gap-8">
      {told.revealed ? null : <p className="text-ink-muted text-lg">{t.think}</p>}
      <NotesField locale={locale} notes={told.notes} onChange={(notes) => onChange({ notes })} />
      {!told.revealed ? (
        <Button
          look="primary"
          onClick={() => onChange({ revealed: true })}
          aria-keyshortcuts="Space"
          className="min-h-12 text-lg"
        >
          {t.reveal}
          <span aria-hidden className="hidden sm:inline">
            <Kbd>Space</Kbd>
          </span>
        </Button>
      ) : (
        <LoadedAnswer locale={locale} loaded={loaded} onRetry={retry}>
          {(text) => (
            <Revealed
              locale={locale}
              text={text}
              asked={!before}
              points={told.points}
              onPoints={(points) => onChange({ points })}
            />
          )}
        </LoadedAnswer>
      )}
    </div>
  );
}

type RevealedProps = {
  locale: Locale;
  text: CardText;
  /** Just now, not before one came back to it. */
  asked: boolean;
  points: readonly number[];
  onPoints: (points: number[]) => void;
};

function Revealed({ locale, text, asked, points, onPoints }: RevealedProps) {
  const t = mockMessages[locale];
  const heading = useRef<HTMLHeadingElement>(null);
  // Who listens or uses keys is where the answer begins.
  useEffect(() => {
    if (asked) heading.current?.focus({ preventScroll: true });
  }, [asked]);
  const count = text.keyPointsHtml.length;
  const grade = suggestGrade(points.length, count);
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
              <label className="flex cursor-pointer items-start gap-3 px-4 py-2.5 hover:bg-sunken">
                <input
                  type="checkbox"
                  checked={points.includes(index)}
                  onChange={() => onPoints(toggled(points, index))}
                  className="mt-1 size-4.5 shrink-0 accent-accent"
                />
                <Html inline html={html} className="prose prose-small min-w-0 grow" />
                <span aria-hidden className="hidden shrink-0 sm:inline">
                  {index < 9 ? <Kbd>{index + 1}</Kbd> : null}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <p aria-live="polite" className="text-ink-muted text-sm">
          {t.pointsCount(points.length, count)}. {t.comesTo(practiceMessages[locale].grades[grade])}
        </p>
      </section>
      <details className="group/full rounded border border-line bg-surface">
        <summary className="flex list-none items-center gap-2 px-4 py-3 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-muted group-open/full:rotate-90" />
          {t.full}
        </summary>
        <div className="px-4 pt-1 pb-5 [&_h2]:text-lg [&_h3]:text-base">
          <Prose html={text.fullHtml} locale={locale} small />
        </div>
      </details>
    </>
  );
}

export function toggled(points: readonly number[], index: number): number[] {
  const others = points.filter((other) => other !== index);
  return points.includes(index) ? others : [...others, index].sort((a, b) => a - b);
}
