'use client';

import { useEffect, useRef } from 'react';
import { showKeys, usePageKeys } from '#app/_find/keys.ts';
import { practiceMessages } from '#app/_messages/practice.ts';
import { PageBody } from '#app/_ui/page-body.tsx';
import type { Locale } from '#judge/verdict.ts';
import { Unsent } from '../unsent.client.tsx';
import { useKeptQueue } from '../use-kept-queue.client.ts';
import { Finished } from './finished.tsx';
import { ProblemCard } from './problem-card.tsx';
import { QuestionCard } from './question-card.client.tsx';
import { SessionBar } from './session-bar.tsx';
import type { SessionCard } from './session-state.ts';
import { keyGroups, useKeys } from './use-keys.client.ts';
import { useSession } from './use-session.client.ts';

type Props = {
  locale: Locale;
  cards: readonly SessionCard[];
  /** Whose entries these are; `''` for who has no account of their own. */
  owner: string;
};

/** One card at a time: think, look, tick, grade. */
export function PracticeSession({ locale, cards, owner }: Props) {
  const session = useSession({ locale, cards, owner });
  useKeys(session);
  usePageKeys(keyGroups[locale]);
  const { card, past } = session;
  // Whoever comes back without a network goes on where they were.
  useKeptQueue({ locale, owner, cards: session.cards });
  const place = useRef<HTMLDivElement>(null);
  const shown = `${past.length}`;
  const first = useRef(shown);
  // The next card takes the focus to its title, so that who listens or uses keys is there as well.
  useEffect(() => {
    if (first.current === shown) return;
    first.current = shown;
    window.scrollTo({ top: 0 });
    place.current?.querySelector<HTMLElement>('[data-begin]')?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <PageBody width="text">
      <SessionBar locale={locale} session={session} onKeys={showKeys} />
      <div ref={place} className="mt-6">
        {card === undefined ? (
          <Finished locale={locale} past={past} />
        ) : card.kind === 'problem' ? (
          <ProblemCard key={card.slug} locale={locale} card={card} session={session} />
        ) : (
          <QuestionCard key={card.slug} locale={locale} card={card} session={session} />
        )}
      </div>
      <Unsent text={practiceMessages[locale].unsent} />
    </PageBody>
  );
}
