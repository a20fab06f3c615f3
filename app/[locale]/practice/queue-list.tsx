import Link from 'next/link';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { Queued } from '#app/_practice/plan.ts';
import { keyOf } from '#app/_practice/plan.ts';
import { Badge } from '#app/_ui/badge.tsx';
import type { Locale } from '#judge/verdict.ts';

const shownCards = 8;

type Props = { locale: Locale; cards: readonly (Queued & { title: string })[] };

/** The first of today's cards, each with its page. */
export function QueueList({ locale, cards }: Props) {
  const t = practiceMessages[locale];
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="queue" className="flex flex-col gap-3">
      <h2 id="queue" className="text-xl">
        {t.queue}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
        {cards.slice(0, shownCards).map((card) => (
          <li key={keyOf(card)} className="relative flex items-baseline gap-3 px-4 py-3 hover:bg-accent-soft">
            <Link
              href={`/${locale}/${card.kind === 'question' ? 'questions' : 'problems'}/${card.slug}`}
              prefetch={false}
              className="min-w-0 grow after:absolute after:inset-0"
            >
              {card.title}
            </Link>
            <Badge>
              {card.kind === 'problem' ? t.kinds.problem : card.dueOn === null ? t.kinds.new : t.kinds.review}
            </Badge>
          </li>
        ))}
      </ul>
      {cards.length > shownCards ? (
        <p className="text-ink-muted text-sm">{t.more(cards.length - shownCards)}</p>
      ) : null}
    </section>
  );
}
