import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { DifficultyBadge } from '../../../_ui/badge.tsx';
import { getProblemNames } from '../../problem-names.ts';
import { Section } from './section.tsx';

/** Where to go on: the problems that ask for this in code. */
export async function LinkedProblems({ locale, slugs }: { locale: Locale; slugs: readonly string[] }) {
  const t = questionMessages[locale];
  if (slugs.length === 0) return null;
  const problems = (await getProblemNames()).filter(({ slug }) => slugs.includes(slug));
  return (
    <Section id="problems" title={t.problems} lead={t.problemsText}>
      <ul className="flex flex-col gap-2">
        {problems.map(({ slug, name, difficulty }) => (
          <li key={slug}>
            <Link
              href={`/${locale}/problems/${slug}`}
              className="flex items-center gap-4 rounded border border-line bg-surface px-4 py-3 hover:border-accent hover:bg-accent-soft"
            >
              <span className="grow font-semibold">{name[locale]}</span>
              <DifficultyBadge locale={locale} difficulty={difficulty} />
              <ArrowRight aria-hidden size={18} className="text-accent" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
