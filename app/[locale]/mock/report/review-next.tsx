import Link from 'next/link';
import { mockMessages } from '#app/_messages/mock.ts';
import type { Next } from '#app/_mock/report.ts';
import type { Locale } from '#judge/verdict.ts';
import type { MockTexts } from '../read-own.ts';

type Props = { locale: Locale; next: readonly Next[]; texts: MockTexts };

/** What is worth another look, the most pressing first. */
export function ReviewNext({ locale, next, texts }: Props) {
  const t = mockMessages[locale];
  const titleOf = ({ kind, slug }: Next) =>
    (kind === 'problem' ? texts.problem?.name[locale] : texts.questions.get(slug)?.text[locale].title) ??
    slug;
  return (
    <section aria-labelledby="next" className="keep-together flex flex-col gap-3">
      <h2 id="next" className="text-xl">
        {t.nextTitle}
      </h2>
      {next.length === 0 ? (
        <p className="text-ink-muted">{t.nextNone}</p>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
          {next.map((one) => (
            <li
              key={`${one.kind}/${one.slug}`}
              className="relative flex flex-wrap items-baseline gap-x-3 px-4 py-3 hover:bg-accent-soft"
            >
              <Link
                href={`/${locale}/${one.kind === 'question' ? 'questions' : 'problems'}/${one.slug}`}
                prefetch={false}
                className="min-w-0 grow after:absolute after:inset-0"
              >
                {titleOf(one)}
              </Link>
              <span className="text-ink-muted text-sm">{t.reasons[one.reason]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
