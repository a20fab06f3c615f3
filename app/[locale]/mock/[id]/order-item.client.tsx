'use client';

import { useMemo } from 'react';
import { checkMessages } from '#app/_messages/checks.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';
import { OrderStep } from '../../questions/[slug]/order-step.tsx';
import { useOrder } from '../../questions/[slug]/use-order.client.ts';
import type { CheckItem } from '../item-view.ts';
import type { Answer, Told } from '../mock-client.ts';
import { chosenOf } from './chosen.ts';

type Props = {
  locale: Locale;
  item: Extract<CheckItem, { asks: 'order' }>;
  told: Told;
  onAnswer: (answer: Answer) => void;
};

/** Steps to be put into order; by the places at which they were shown at first, of which nothing follows. */
export function OrderItem({ locale, item, told, onAnswer }: Props) {
  const t = mockMessages[locale];
  const { stepsHtml } = item;
  const put = chosenOf(told);
  const answered = put.length > 0;
  const places = useMemo(
    () => (answered ? put : stepsHtml.map((_html, place) => place)),
    [answered, put, stepsHtml],
  );
  const { told: said, rowOf } = useOrder({
    locale,
    places,
    onMove: (next) => onAnswer({ chosen: [...next] }),
  });
  return (
    <>
      <p id="how" className="text-ink-muted text-sm">
        {checkMessages[locale].orderHow} {t.numberHint}
      </p>
      <ol aria-labelledby="prompt" aria-describedby="how" className="relative flex flex-col gap-2">
        {places.map((place, index) => (
          <OrderStep
            key={place}
            locale={locale}
            step={{ html: stepsHtml[place] ?? '', feedbackHtml: '' }}
            verdict={undefined}
            {...rowOf(index)}
          />
        ))}
      </ol>
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
      {answered ? (
        <p className="text-ink-muted text-sm">{t.orderKept}</p>
      ) : (
        <div>
          <Button onClick={() => onAnswer({ chosen: [...places] })}>{t.orderAsShown}</Button>
        </div>
      )}
    </>
  );
}
