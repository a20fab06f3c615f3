import Link from 'next/link';
import type { MouseEvent } from 'react';
import { keepMessages } from '#app/_messages/keep.ts';
import { topicName } from '#app/_messages/topics.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { classes } from '#app/_ui/classes.ts';
import type { Locale } from '#judge/verdict.ts';
import { type Filters, type ListedProblem, problemStates, withFilter } from './list-filters.ts';

type Props = {
  locale: Locale;
  filters: Filters;
  problems: readonly ListedProblem[];
  onChoose: (name: keyof Filters, value: string) => void;
};

/** Filters as links: they work without script, and the address can be shared. With one, the page stays. */
export function FilterBar({ locale, filters, problems, onChoose }: Props) {
  const t = workspaceMessages[locale];
  const topics = [...new Set(problems.flatMap((problem) => problem.topics))].sort((a, b) =>
    a.localeCompare(b),
  );
  const choices = [
    {
      name: 'difficulty' as const,
      label: t.difficulty,
      values: (['easy', 'medium', 'hard'] as const).map((value) => ({
        value,
        text: verdictMessages[locale].difficulty[value],
      })),
    },
    {
      name: 'state' as const,
      label: t.state,
      values: problemStates.map((value) => ({ value, text: t.states[value] })),
    },
    {
      name: 'topic' as const,
      label: t.topic,
      values: topics.map((value) => ({ value, text: topicName(locale, value) })),
    },
    {
      name: 'kept' as const,
      label: keepMessages[locale].bookmarks,
      values: [{ value: 'bookmarked', text: keepMessages[locale].bookmarked }],
    },
  ];
  return (
    <div className="flex flex-col gap-2 text-sm">
      {choices.map(({ name, label, values }) => (
        <nav key={name} aria-label={label} className="flex flex-wrap items-center gap-2">
          <span className="w-20 text-ink-muted">{label}</span>
          {[{ value: '', text: t.all }, ...values].map(({ value, text }) => (
            <Choice
              key={value}
              href={withFilter(filters, name, value || undefined)}
              on={(filters[name] ?? '') === value}
              text={text}
              onChoose={() => onChoose(name, value)}
            />
          ))}
        </nav>
      ))}
    </div>
  );
}

function Choice({
  href,
  on,
  text,
  onChoose,
}: {
  href: string;
  on: boolean;
  text: string;
  onChoose: () => void;
}) {
  const choose = (event: MouseEvent) => {
    // A new tab is asked for: that is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onChoose();
  };
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      onClick={choose}
      aria-current={on ? 'true' : undefined}
      className={classes(
        'rounded border px-2 py-1',
        on
          ? 'border-accent bg-accent-soft font-semibold text-accent'
          : 'border-line text-ink-muted hover:border-accent hover:text-ink',
      )}
    >
      {text}
    </Link>
  );
}
