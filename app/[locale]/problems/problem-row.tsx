import { Check, CircleDashed, Minus } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { Marked } from '#app/_find/marked.tsx';
import type { Match } from '#app/_find/match-items.ts';
import { Passage } from '#app/_find/passage.tsx';
import { BookmarkMark } from '#app/_keep/bookmark-mark.tsx';
import { topicName } from '#app/_messages/topics.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Badge, DifficultyBadge } from '#app/_ui/badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { ListedProblem, ProblemState } from './list-filters.ts';

const stateIcons: Record<ProblemState, { icon: typeof Check; look: string }> = {
  solved: { icon: Check, look: 'text-pass' },
  tried: { icon: Minus, look: 'text-warn' },
  new: { icon: CircleDashed, look: 'text-line-strong' },
};

type Props = { match: Match<ListedProblem>; locale: Locale };

/** Kept as it is while one types, as rows of questions are. */
export const ProblemRow = memo(function ProblemRow({ match, locale }: Props) {
  const { item: problem, terms, text } = match;
  const t = workspaceMessages[locale];
  const { icon: Icon, look } = stateIcons[problem.state];
  return (
    <div className="flex items-center gap-4 px-4 py-4">
      <Icon aria-hidden size={18} className={`shrink-0 ${look}`} />
      <div className="min-w-0 grow">
        <h2 className="text-lg">
          <Link href={`/${locale}/problems/${problem.slug}`} className="after:absolute after:inset-0">
            <Marked text={problem.name[locale]} terms={terms} />
          </Link>
          <span className="sr-only">, {t.states[problem.state]}</span>
        </h2>
        <Passage text={text} terms={terms} className="mt-1" />
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
          <DifficultyBadge locale={locale} difficulty={problem.difficulty} />
          {problem.bookmarked ? <BookmarkMark locale={locale} /> : null}
          {problem.topics.map((topic) => (
            <Badge key={topic}>{topicName(locale, topic)}</Badge>
          ))}
        </p>
      </div>
      <p className="hidden shrink-0 text-ink-muted text-sm tabular-nums sm:block">
        {problem.acceptance === null ? t.noSubmissions : t.acceptance(Math.round(problem.acceptance * 100))}
      </p>
    </div>
  );
});
