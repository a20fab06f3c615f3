'use client';

import type { Locale } from '#judge/verdict.ts';
import type { CheckView } from '../check-view.ts';
import { updateProgress, useQuestionProgress } from '../progress.ts';
import { ChoiceCheck } from './choice-check.client.tsx';
import { GeneratedCheck } from './generated-check.client.tsx';
import { MatchCheck } from './match-check.client.tsx';
import { NumberCheck } from './number-check.client.tsx';
import { OrderCheck } from './order-check.client.tsx';
import { QuantityCheck } from './quantity-check.client.tsx';

type Props = { locale: Locale; slug: string; check: CheckView };

/** A question with right answers, and what each other answer overlooks. Of its question it keeps that it was answered rightly. */
export function Check({ locale, slug, check }: Props) {
  const { checks: done } = useQuestionProgress(slug);
  const onRight = () => updateProgress(slug, { checks: [...new Set([...done, check.id])] });
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
