import { ChevronRight, CircleX } from 'lucide-react';
import type { Locale } from '#judge/verdict.ts';
import { Island } from '../../../_islands/island.tsx';
import { questionMessages } from '../../../_messages/questions.ts';
import { Html } from '../../../_ui/html.tsx';
import { Prose } from '../../../_ui/prose.tsx';
import type { QuestionView } from '../question-view.ts';
import { KeyPoints } from './key-points.client.tsx';
import { Section } from './section.tsx';

type Props = { locale: Locale; slug: string; view: QuestionView };

/** All that is shown once the reader has thought. */
export function Answer({ locale, slug, view }: Props) {
  const t = questionMessages[locale];
  return (
    <div className="flex flex-col gap-12">
      <Section id="short" title={t.short}>
        <div className="border-accent border-l-3 pl-5">
          <Prose html={view.shortHtml} locale={locale} />
        </div>
      </Section>
      <Island
        name="KeyPoints"
        when="near"
        is={KeyPoints}
        props={{ locale, slug, pointsHtml: view.keyPointsHtml }}
      />
      <Section id="full" title={t.full}>
        {/* Its headings stand below ours. */}
        <div className="[&_h2]:text-lg [&_h3]:text-base">
          <Prose html={view.fullHtml} locale={locale} />
        </div>
      </Section>
      <Section id="wrong-answers" title={t.wrongAnswers}>
        <ul className="flex flex-col divide-y divide-line rounded border border-line bg-surface">
          {view.wrongAnswers.map(({ claimHtml, whyHtml }) => (
            <li key={claimHtml} className="flex gap-3 p-4">
              <CircleX aria-hidden size={18} className="mt-1 shrink-0 text-ink-muted" />
              <div className="flex min-w-0 flex-col gap-1">
                <Html inline html={claimHtml} className="prose prose-small font-semibold" />
                <Html html={whyHtml} className="prose prose-small" />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="follow-ups" title={t.followUps} lead={t.followUpsText}>
        <div className="flex flex-col divide-y divide-line rounded border border-line bg-surface">
          {view.followUps.map(({ questionHtml, answerHtml }) => (
            <details key={questionHtml} className="group/follow">
              <summary className="flex list-none gap-3 p-4 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
                <ChevronRight
                  aria-hidden
                  size={18}
                  className="mt-1 shrink-0 text-ink-muted group-open/follow:rotate-90"
                />
                <Html inline html={questionHtml} className="prose prose-small" />
              </summary>
              <Html html={answerHtml} className="prose prose-small pr-4 pb-4 pl-11" />
            </details>
          ))}
        </div>
      </Section>
    </div>
  );
}
