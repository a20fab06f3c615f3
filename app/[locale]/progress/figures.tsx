import type { Progress } from '#app/_keep/load-progress.ts';
import { progressMessages } from '#app/_messages/progress.ts';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; progress: Pick<Progress, 'cards' | 'problems'> };

export function Figures({ locale, progress: { cards, problems } }: Props) {
  const t = progressMessages[locale];
  const figures = [
    { label: t.seen, figure: cards.seen },
    { label: t.recalled, figure: Math.round(cards.recalled) },
    { label: t.solved, figure: problems.solved },
  ];
  return (
    <section aria-label={t.figures}>
      <dl className="grid grid-cols-3 gap-px overflow-hidden rounded border border-line bg-line">
        {figures.map(({ label, figure }) => (
          <div key={label} className="flex flex-col-reverse justify-end bg-surface p-4 sm:px-6">
            <dt className="text-ink-muted text-sm sm:text-base">{label}</dt>
            <dd className="font-semibold text-2xl tabular-nums sm:text-3xl">{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
