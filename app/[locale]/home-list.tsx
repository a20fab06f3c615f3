import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { Difficulty } from '#content/difficulty.ts';
import type { Locale } from '#judge/verdict.ts';
import { DifficultyBadge } from '../_ui/badge.tsx';
import { TextLink } from '../_ui/text-link.tsx';

type Props = {
  locale: Locale;
  title: string;
  all: string;
  folder: 'questions' | 'problems';
  items: readonly { slug: string; title: string; difficulty: Difficulty }[];
};

/** The first of a kind, and the way to all. */
export function HomeList({ locale, title, all, folder, items }: Props) {
  return (
    <section aria-labelledby={folder}>
      <div className="flex items-baseline gap-4 border-line-strong border-b pb-2">
        <h2 id={folder} className="grow text-xl">
          {title}
        </h2>
        <TextLink href={`/${locale}/${folder}`} className="inline-flex items-center gap-1 text-sm">
          {all} <ArrowRight aria-hidden size={14} />
        </TextLink>
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <li
            key={item.slug}
            className="relative flex flex-col gap-x-4 py-3 hover:bg-accent-soft sm:flex-row sm:items-baseline"
          >
            <Link
              href={`/${locale}/${folder}/${item.slug}`}
              className="grow font-semibold after:absolute after:inset-0"
            >
              {item.title}
            </Link>
            <DifficultyBadge locale={locale} difficulty={item.difficulty} />
          </li>
        ))}
      </ul>
    </section>
  );
}
