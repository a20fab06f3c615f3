import { mockMessages } from '#app/_messages/mock.ts';
import { Badge, DifficultyBadge } from '#app/_ui/badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import { formatClock } from '../format-duration.ts';
import type { ItemView } from '../item-view.ts';

type Props = { locale: Locale; item: ItemView; spentMs: number };

/** What is asked, of which kind, and how much of its time is gone. */
export function ItemHead({ locale, item, spentMs }: Props) {
  const t = mockMessages[locale];
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge>{t.kinds[item.kind]}</Badge>
        {item.difficulty ? <DifficultyBadge locale={locale} difficulty={item.difficulty} /> : null}
        {item.beyond ? <Badge>{t.beyond[item.beyond]}</Badge> : null}
        <span className="ml-auto text-ink-muted text-sm tabular-nums">
          {t.spent(formatClock(spentMs), formatClock(item.budgetMs))}
        </span>
      </div>
      <h1
        data-begin
        tabIndex={-1}
        className={item.kind === 'check' ? 'text-xl outline-none' : 'text-2xl outline-none sm:text-3xl'}
      >
        {item.kind === 'check' ? t.kinds.check : item.title}
      </h1>
      {item.kind === 'check' ? <p className="-mt-2 text-ink-muted text-sm">{item.title}</p> : null}
    </header>
  );
}
