import { FilePlus2 } from 'lucide-react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { Button, ButtonLink } from '#app/_ui/button.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import type { Locale } from '#judge/verdict.ts';
import { CardHead } from './card-head.tsx';
import type { SessionCard } from './session-state.ts';
import type { Session } from './use-session.client.ts';

type Props = { locale: Locale; card: SessionCard; session: Session };

/** A problem to be solved once more. The judge grades it; only giving up is said by hand. */
export function ProblemCard({ locale, card, session }: Props) {
  const t = practiceMessages[locale];
  return (
    <div className="flex flex-col gap-8">
      <CardHead locale={locale} card={card} />
      <div className="flex flex-col gap-2">
        <h2 className="text-xl">{t.solveAgain}</h2>
        <p className="max-w-measure text-ink-muted text-lg">{t.solveAgainText}</p>
      </div>
      <div className="flex flex-col gap-3 sm:flex-row">
        <ButtonLink
          look="primary"
          href={`/${locale}/problems/${card.slug}?blank=1`}
          className="min-h-12 grow text-lg"
        >
          <FilePlus2 aria-hidden size={18} />
          {t.openBlank}
        </ButtonLink>
        <Button onClick={() => session.grade(1)} aria-keyshortcuts="1" className="min-h-12">
          {t.gaveUp}
          <span className="font-normal text-ink-muted text-sm">{t.days(card.intervals[1])}</span>
          <span aria-hidden className="hidden sm:inline">
            <Kbd>1</Kbd>
          </span>
        </Button>
      </div>
    </div>
  );
}
