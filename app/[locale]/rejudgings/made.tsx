import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { Moment } from '#app/_ui/moment.tsx';
import type { ListedSet } from '#judge/rejudge.ts';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; rejudging: Pick<ListedSet['rejudging'], 'createdAt' | 'createdBy'> };

/** When a set was made, and by whom where that is known. */
export function Made({ locale, rejudging: { createdAt, createdBy } }: Props) {
  const t = rejudgingMessages[locale];
  return (
    <Moment
      locale={locale}
      at={createdAt}
      say={(date) => (createdBy ? t.madeBy(createdBy.name, date) : t.made(date))}
    />
  );
}
