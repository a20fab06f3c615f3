import { Check, Circle, CircleDot } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../_messages/questions.ts';
import { Badge, DifficultyBadge } from '../../_ui/badge.tsx';
import { classes } from '../../_ui/classes.ts';
import type { QuestionItem } from './filter-questions.ts';
import type { QuestionState } from './progress.ts';

const icons = { new: Circle, seen: CircleDot, done: Check };

type Props = { locale: Locale; item: QuestionItem; state: QuestionState };

export function QuestionRow({ locale, item, state }: Props) {
  const Icon = icons[state];
  return (
    <li className="relative flex gap-3 px-4 py-3.5 hover:bg-accent-soft">
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
          {item.title}
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <DifficultyBadge locale={locale} difficulty={item.difficulty} />
          {state === 'new' ? null : (
            <span className="text-accent text-sm">{questionMessages[locale].states[state]}</span>
          )}
          <div className="flex flex-wrap gap-1.5">
            {item.topics.map(({ id, name }) => (
              <Badge key={id}>{name}</Badge>
            ))}
          </div>
        </div>
      </div>
    </li>
  );
}
