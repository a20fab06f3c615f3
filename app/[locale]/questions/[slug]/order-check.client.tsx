'use client';

import { type FormEvent, useId, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Button } from '../../../_ui/button.tsx';
import { Html } from '../../../_ui/html.tsx';
import type { OrderView } from '../check-view.ts';
import { gradeOrder } from '../grade-checks.ts';
import { OrderStep } from './order-step.tsx';
import { Outcome } from './outcome.tsx';
import { Solution } from './solution.tsx';
import { useOrder } from './use-order.client.ts';

type Props = { locale: Locale; check: OrderView; onRight: () => void };

/** Steps to be put into order: by buttons, by arrow keys on them, or by dragging. */
export function OrderCheck({ locale, check, onRight }: Props) {
  const t = checkMessages[locale];
  const id = useId();
  const { steps } = check;
  const [places, setPlaces] = useState<readonly number[]>(check.shown);
  const [checked, setChecked] = useState(false);
  const { told, hush, rowOf } = useOrder({
    locale,
    places,
    onMove: (next) => {
      setPlaces(next);
      setChecked(false);
    },
  });
  const { inPlace, moves } = gradeOrder(places);
  const right = moves === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    hush();
    if (right) onRight();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Html id={`${id}-prompt`} html={check.promptHtml} className="prose prose-small font-semibold" />
      <p id={`${id}-how`} className="needs-script text-ink-muted text-sm">
        {t.orderHow}
      </p>
      <ol
        aria-labelledby={`${id}-prompt`}
        aria-describedby={`${id}-how`}
        className="relative flex flex-col gap-2"
      >
        {places.map((place, index) => (
          <OrderStep
            key={place}
            locale={locale}
            step={steps[place]}
            verdict={checked ? (inPlace[index] ? 'right' : 'wrong') : undefined}
            {...rowOf(index)}
          />
        ))}
      </ol>
      <p aria-live="assertive" className="sr-only">
        {told}
      </p>
      <div className="needs-script flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look={checked && right ? 'quiet' : 'primary'}>
          {questionMessages[locale].check}
        </Button>
        <div aria-live="polite">
          {checked ? (
            <Outcome right={right}>
              {right ? t.inOrder : t.outOfOrder(inPlace.filter(Boolean).length, places.length, moves)}
            </Outcome>
          ) : null}
        </div>
      </div>
      <Solution label={t.solution}>
        <ol className="flex list-decimal flex-col gap-2 pl-6">
          {steps.map(({ html, feedbackHtml }) => (
            <li key={html}>
              <Html html={html} className="prose prose-small font-semibold" />
              <Html html={feedbackHtml} className="prose prose-small" />
            </li>
          ))}
        </ol>
      </Solution>
    </form>
  );
}
