'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { Button } from '#app/_ui/button.tsx';
import { labelled } from '#app/_ui/labelled.ts';
import type { Locale } from '#judge/verdict.ts';
import { flush, keep, newId } from './outbox.ts';

type AsideCard = { kind: 'question' | 'problem'; slug: string; title: string; until: 'tomorrow' | 'resumed' };
type Props = { locale: Locale; cards: readonly AsideCard[]; owner: string };

/** What was buried or suspended, and the way back. */
export function SetAside({ locale, cards, owner }: Props) {
  const t = practiceMessages[locale];
  const router = useRouter();
  const [told, setTold] = useState('');
  const bringBack = async ({ kind, slug }: AsideCard) => {
    keep({ id: newId(), kind, slug, at: new Date().toISOString(), act: 'resume' }, owner);
    await flush();
    setTold(t.broughtBack);
    router.refresh();
  };
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {told}
      </p>
      {cards.length === 0 ? null : (
        <section aria-labelledby="aside" className="flex flex-col gap-3">
          <h2 id="aside" className="text-xl">
            {t.aside}
          </h2>
          <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
            {cards.map((card) => (
              <li
                key={`${card.kind}/${card.slug}`}
                className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
              >
                <span className="min-w-0 grow basis-60">
                  {card.title}
                  <span className="block text-ink-muted text-sm">
                    {card.until === 'tomorrow' ? t.buried : t.suspended}
                  </span>
                </span>
                <Button
                  size="small"
                  onClick={() => bringBack(card)}
                  aria-label={labelled(locale, t.bringBack, card.title)}
                >
                  {t.bringBack}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
