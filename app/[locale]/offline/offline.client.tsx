'use client';

import { WifiOff } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { offlineMessages } from '#app/_messages/offline.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';
import { type KeptQueue, readQueue } from '../practice/kept-queue.ts';
import { PracticeSession } from '../practice/session/session.client.tsx';

type Props = { locale: Locale; questions: readonly { slug: string; title: string }[] };

/** By the address in whose place it is shown: practice with what was kept, else what can be read. */
export function Offline({ locale, questions }: Props) {
  const address = useSyncExternalStore(
    () => () => undefined,
    () => window.location.pathname,
    () => undefined,
  );
  switch (address) {
    case undefined:
      return null;
    case `/${locale}/practice/session`:
      return <KeptSession locale={locale} />;
    case `/${locale}/practice`:
      return <KeptDay locale={locale} />;
    default:
      return <Readable locale={locale} questions={questions} />;
  }
}

function KeptSession({ locale }: { locale: Locale }) {
  // Read once: what is graded here leaves the session, which keeps count by itself.
  const [queue] = useState(firstOfQueue);
  return <PracticeSession locale={locale} cards={queue.cards} owner={queue.owner} />;
}

/** As in a session with a network: with the card that was asked for at the head. */
function firstOfQueue(): KeptQueue {
  const queue = readQueue() ?? { owner: '', cards: [] };
  const asked = new URLSearchParams(window.location.search).get('card');
  const isAsked = ({ slug }: { slug: string }) => slug === asked;
  return {
    ...queue,
    cards: [...queue.cards.filter(isAsked), ...queue.cards.filter((card) => !isAsked(card))],
  };
}

function KeptDay({ locale }: { locale: Locale }) {
  const t = offlineMessages[locale];
  const [count] = useState(() => readQueue()?.cards.length ?? 0);
  return (
    <PageBody width="text">
      <PageTitle title={t.practiceTitle}>{count === 0 ? t.practiceNone : t.practiceText(count)}</PageTitle>
      {count === 0 ? null : (
        <div className="flex flex-col items-start gap-4">
          <p className="text-ink-muted">{t.practiceSent}</p>
          <ButtonLink look="primary" href={`/${locale}/practice/session`} prefetch={false}>
            {t.practiceStart}
          </ButtonLink>
        </div>
      )}
    </PageBody>
  );
}

function Readable({ locale, questions }: Props) {
  const t = offlineMessages[locale];
  const [kept, setKept] = useState<readonly string[] | undefined>(undefined);
  // What is kept is in a store outside of React.
  useEffect(() => {
    const left = new AbortController();
    const found = questions.map(async ({ slug }) =>
      (await caches.match(`/${locale}/questions/${slug}`)) ? [slug] : [],
    );
    Promise.all(found).then(
      (slugs) => left.signal.aborted || setKept(slugs.flat()),
      () => left.signal.aborted || setKept([]),
    );
    return () => left.abort();
  }, [locale, questions]);
  return (
    <PageBody width="text">
      <EmptyState icon={WifiOff} title={<h1>{t.title}</h1>}>
        <p>{t.text}</p>
      </EmptyState>
      {kept === undefined ? null : (
        <section aria-labelledby="readable" className="mt-10 flex flex-col gap-3">
          <h2 id="readable" className="text-xl">
            {t.readable}
          </h2>
          {kept.length === 0 ? <p className="text-ink-muted">{t.nothingKept}</p> : null}
          <ul className="flex flex-col gap-2">
            {questions
              .filter(({ slug }) => kept.includes(slug))
              .map(({ slug, title }) => (
                <li key={slug}>
                  <TextLink href={`/${locale}/questions/${slug}`} prefetch={false}>
                    {title}
                  </TextLink>
                </li>
              ))}
          </ul>
        </section>
      )}
    </PageBody>
  );
}
