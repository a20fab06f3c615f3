import { practiceMessages } from '#app/_messages/practice.ts';
import { Badge } from '#app/_ui/badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { SessionCard } from './session-state.ts';

/** What kind of card it is, and what it asks. */
export function CardHead({ locale, card }: { locale: Locale; card: SessionCard }) {
  const t = practiceMessages[locale];
  const kind = card.kind === 'problem' ? t.kinds.problem : card.isNew ? t.kinds.new : t.kinds.review;
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-1.5">
        <Badge>{kind}</Badge>
        {card.leech ? <Badge>{t.leech}</Badge> : null}
      </div>
      <h1 data-begin tabIndex={-1} className="text-2xl outline-none sm:text-3xl">
        {card.title}
      </h1>
    </header>
  );
}
