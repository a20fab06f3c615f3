'use client';

import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { updateProgress, useQuestionProgress } from '../progress.ts';
import type { CheckView } from '../question-view.ts';
import { ChoiceCheck } from './choice-check.client.tsx';
import { NumberCheck } from './number-check.client.tsx';
import { Section } from './section.tsx';

type Props = { locale: Locale; slug: string; checks: readonly CheckView[] };

/** Questions with one right answer, and what each other answer overlooks. */
export function Checks({ locale, slug, checks }: Props) {
  const t = questionMessages[locale];
  const { checks: done } = useQuestionProgress(slug);
  const keep = (id: string) => updateProgress(slug, { checks: [...new Set([...done, id])] });
  return (
    <Section id="checks" title={t.checks}>
      <ol className="flex flex-col gap-4">
        {checks.map((check) => (
          <li key={check.id} className="rounded border border-line bg-surface p-4 sm:p-5">
            {check.kind === 'choice' ? (
              <ChoiceCheck locale={locale} check={check} onRight={() => keep(check.id)} />
            ) : (
              <NumberCheck locale={locale} check={check} onRight={() => keep(check.id)} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
