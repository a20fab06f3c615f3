import { practiceMessages } from '#app/_messages/practice.ts';
import { type Card, keyOf } from '#app/_practice/plan.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; cards: readonly (Card & { title: string })[] };

/** Cards that were forgotten again and again. */
export function Leeches({ locale, cards }: Props) {
  const t = practiceMessages[locale];
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="leeches" className="flex flex-col gap-2">
      <h2 id="leeches" className="text-xl">
        {t.leeches}
      </h2>
      <p className="text-ink-muted">{t.leechesText}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {cards.map((card) => (
          <li key={keyOf(card)}>
            <TextLink
              href={`/${locale}/${card.kind === 'question' ? 'questions' : 'problems'}/${card.slug}`}
              prefetch={false}
            >
              {card.title}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
