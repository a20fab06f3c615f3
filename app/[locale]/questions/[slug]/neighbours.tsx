import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { Question } from '#content/question.ts';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';

type Props = { locale: Locale; previous: Question | undefined; next: Question | undefined };

export function Neighbours({ locale, previous, next }: Props) {
  const t = questionMessages[locale];
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={t.between} className="grid gap-4 border-line border-t pt-6 sm:grid-cols-2">
      {previous === undefined ? null : (
        <Link href={`/${locale}/questions/${previous.slug}`} rel="prev" className={link}>
          <span className="flex items-center gap-1 text-ink-muted text-sm">
            <ArrowLeft aria-hidden size={14} /> {t.previous}
          </span>
          <span className="font-semibold">{previous.text[locale].title}</span>
        </Link>
      )}
      {next === undefined ? null : (
        <Link
          href={`/${locale}/questions/${next.slug}`}
          rel="next"
          className={`${link} sm:col-start-2 sm:items-end sm:text-right`}
        >
          <span className="flex items-center gap-1 text-ink-muted text-sm">
            {t.next} <ArrowRight aria-hidden size={14} />
          </span>
          <span className="font-semibold">{next.text[locale].title}</span>
        </Link>
      )}
    </nav>
  );
}

const link =
  'flex flex-col gap-1 rounded border border-line bg-surface p-4 hover:border-accent hover:bg-accent-soft';
