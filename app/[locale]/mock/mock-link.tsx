import { Timer } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';

/** From where one practises to where one rehearses. */
export function MockLink({ locale }: { locale: Locale }) {
  const t = mockMessages[locale];
  return (
    <section
      aria-labelledby="mock"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded border border-line bg-surface px-4 py-3 sm:px-6"
    >
      <div className="min-w-56 flex-1">
        <h2 id="mock" className="font-semibold">
          {t.onPractice}
        </h2>
        <p className="text-ink-muted text-sm">{t.onPracticeText}</p>
      </div>
      <ButtonLink href={`/${locale}/mock`} prefetch={false}>
        <Timer aria-hidden size={16} />
        {t.title}
      </ButtonLink>
    </section>
  );
}
