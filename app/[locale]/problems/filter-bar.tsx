import Link from 'next/link';
import { topicName } from '#app/_messages/topics.ts';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { classes } from '#app/_ui/classes.ts';
import type { Locale } from '#judge/verdict.ts';
import { type Filters, type ListedProblem, problemStates, withFilter } from './list-filters.ts';

/** Filters as links: they work without script, and the address can be shared. */
export function FilterBar({
  locale,
  filters,
  problems,
}: {
  locale: Locale;
  filters: Filters;
  problems: ListedProblem[];
}) {
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
  ];
  return (
    <div className="mb-6 flex flex-col gap-2 text-sm">
      {choices.map(({ name, label, values }) => (
        <nav key={name} aria-label={label} className="flex flex-wrap items-center gap-2">
          <span className="w-16 text-ink-muted">{label}</span>
          <Choice href={withFilter(filters, name, undefined)} on={!filters[name]} text={t.all} />
          {values.map(({ value, text }) => (
            <Choice
              key={value}
              href={withFilter(filters, name, value)}
              on={filters[name] === value}
              text={text}
            />
          ))}
        </nav>
      ))}
    </div>
  );
}

function Choice({ href, on, text }: { href: string; on: boolean; text: string }) {
  return (
    <Link
      href={href}
      scroll={false}
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
