'use client';

import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import type { CheckView } from '../check-view.ts';
import { updateProgress, useQuestionProgress } from '../progress.ts';
import { ChoiceCheck } from './choice-check.client.tsx';
import { GeneratedCheck } from './generated-check.client.tsx';
import { MatchCheck } from './match-check.client.tsx';
import { NumberCheck } from './number-check.client.tsx';
import { OrderCheck } from './order-check.client.tsx';
import { QuantityCheck } from './quantity-check.client.tsx';
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
          <li
            key={check.id}
            id={`check-${check.id}`}
            className="rounded border border-line bg-surface p-4 sm:p-5"
          >
            <OneCheck locale={locale} check={check} onRight={() => keep(check.id)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OneCheck({ locale, check, onRight }: { locale: Locale; check: CheckView; onRight: () => void }) {
  switch (check.kind) {
    case 'choice':
      return <ChoiceCheck locale={locale} check={check} onRight={onRight} />;
    case 'number':
      return <NumberCheck locale={locale} check={check} onRight={onRight} />;
    case 'quantity':
      return <QuantityCheck locale={locale} check={check} onRight={onRight} />;
    case 'order':
      return <OrderCheck locale={locale} check={check} onRight={onRight} />;
    case 'match':
      return <MatchCheck locale={locale} check={check} onRight={onRight} />;
    case 'generated':
      return <GeneratedCheck locale={locale} check={check} onRight={onRight} />;
  }
}
