'use client';

import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { suggestGrade } from '../../../_practice/grade.ts';
import { Html } from '../../../_ui/html.tsx';
import { updateProgress, useQuestionProgress } from '../progress.ts';
import { Section } from './section.tsx';

type Props = { locale: Locale; slug: string; pointsHtml: readonly string[] };

/** What a good answer names, to tick; the ticks suggest a grade. */
export function KeyPoints({ locale, slug, pointsHtml }: Props) {
  const t = questionMessages[locale];
  const { points } = useQuestionProgress(slug);
  const ticked = new Set(points.filter((index) => index < pointsHtml.length));
  const grade = suggestGrade(ticked.size, pointsHtml.length);
  const toggle = (index: number, on: boolean) => {
    const others = [...ticked].filter((other) => other !== index);
    updateProgress(slug, { points: on ? [...others, index].sort((a, b) => a - b) : others });
  };
  return (
    <Section id="points" title={t.points} lead={t.pointsText}>
      <div className="overflow-hidden rounded border border-line bg-surface">
        <ul className="flex flex-col divide-y divide-line">
          {pointsHtml.map((html, index) => (
            <li key={html}>
              <label className="flex cursor-pointer gap-3 px-4 py-2.5 hover:bg-sunken">
                <input
                  type="checkbox"
                  checked={ticked.has(index)}
                  onChange={({ currentTarget }) => toggle(index, currentTarget.checked)}
                  className="needs-script mt-1 size-4.5 shrink-0 accent-accent"
                />
                <Html inline html={html} className="prose prose-small min-w-0" />
              </label>
            </li>
          ))}
        </ul>
        <p aria-live="polite" className="needs-script border-line border-t bg-sunken px-4 py-3">
          {ticked.size === 0 ? (
            <span className="text-ink-muted">{t.pointsCount(0, pointsHtml.length)}</span>
          ) : (
            <>
              {t.pointsCount(ticked.size, pointsHtml.length)} · {t.suggested}
              <strong>{t.grades[grade]}</strong>
              <span className="block text-ink-muted text-sm">{t.gradeReasons[grade]}</span>
            </>
          )}
        </p>
      </div>
    </Section>
  );
}
