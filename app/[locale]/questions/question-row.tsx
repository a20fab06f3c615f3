import { Check, Circle, CircleDot } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { Marked } from '#app/_find/marked.tsx';
import type { Match } from '#app/_find/match-items.ts';
import { Passage } from '#app/_find/passage.tsx';
import { BookmarkMark } from '#app/_keep/bookmark-mark.tsx';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../_messages/questions.ts';
import { Badge, DifficultyBadge } from '../../_ui/badge.tsx';
import { classes } from '../../_ui/classes.ts';
import type { QuestionItem } from './filter-questions.ts';
import type { QuestionState } from './progress.ts';

const icons = { new: Circle, seen: CircleDot, done: Check };

type Props = {
  locale: Locale;
  match: Match<QuestionItem>;
  state: QuestionState;
  bookmarked: boolean;
};

/** Kept as it is while one types: the list that follows is rendered when there is time. */
export const QuestionRow = memo(function QuestionRow({ locale, match, state, bookmarked }: Props) {
  const { item, terms, text } = match;
  const Icon = icons[state];
  return (
    <div className="flex gap-3 px-4 py-3.5">
      <Icon
        aria-hidden
        size={18}
        className={classes('mt-1 shrink-0', state === 'new' ? 'text-line-strong' : 'text-accent')}
      />
      <div className="flex min-w-0 grow flex-col gap-1.5">
        <Link
          href={`/${locale}/questions/${item.slug}`}
          className="font-semibold text-lg after:absolute after:inset-0"
        >
          <Marked text={item.title} terms={terms} />
        </Link>
        <Passage text={text} terms={terms} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <DifficultyBadge locale={locale} difficulty={item.difficulty} />
          {state === 'new' ? null : (
            <span className="text-accent text-sm">{questionMessages[locale].states[state]}</span>
          )}
          {bookmarked ? <BookmarkMark locale={locale} /> : null}
          <div className="flex flex-wrap gap-1.5">
            {item.topics.map(({ id, name }) => (
              <Badge key={id}>{name}</Badge>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
});
