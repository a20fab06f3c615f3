'use client';

import { Bookmark } from 'lucide-react';
import { useId } from 'react';
import { SearchField } from '#app/_find/search-field.tsx';
import type { ChangeQuery } from '#app/_find/use-query.ts';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../../_messages/keep.ts';
import { questionMessages } from '../../_messages/questions.ts';
import { verdictMessages } from '../../_messages/verdicts.ts';
import { classes } from '../../_ui/classes.ts';
import { Select } from '../../_ui/field.tsx';
import type { NamedTopic, QuestionFilter } from './filter-questions.ts';

type Props = {
  locale: Locale;
  /** In the order of their names. */
  topics: readonly NamedTopic[];
  filter: QuestionFilter;
  /** Whether it is known what is bookmarked. */
  mayFilterKept: boolean;
  onChange: ChangeQuery;
};

export function QuestionFilters({ locale, topics, filter, mayFilterKept, onChange }: Props) {
  const t = questionMessages[locale];
  const id = useId();
  const choices = {
    topic: topics.map(({ id, name }) => [id, name] as const),
    difficulty: Object.entries(verdictMessages[locale].difficulty),
    state: Object.entries(t.states),
  };
  return (
    <search className="needs-script grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
      <div className="col-span-2 flex flex-col gap-1 sm:col-span-1">
        <SearchField
          id={`${id}-q`}
          label={t.search}
          hint={t.searchHint}
          value={filter.q}
          onChange={(q) => onChange({ q }, 'replace')}
        />
      </div>
      {(['topic', 'difficulty', 'state'] as const).map((name) => (
        <div key={name} className="flex flex-col gap-1 nth-2:col-span-2 sm:nth-2:col-span-1">
          <label htmlFor={`${id}-${name}`} className="text-ink-muted text-sm">
            {t[name]}
          </label>
          <Select
            id={`${id}-${name}`}
            value={filter[name]}
            onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value }, 'push')}
          >
            <option value="">{t.any}</option>
            {choices[name].map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      ))}
      <div className="col-span-full">
        <button
          type="button"
          aria-pressed={filter.kept === 'bookmarked'}
          disabled={!mayFilterKept}
          onClick={() => onChange({ kept: filter.kept === 'bookmarked' ? '' : 'bookmarked' }, 'push')}
          className={classes(
            'inline-flex min-h-9 items-center gap-1.5 rounded border px-3 text-sm',
            filter.kept === 'bookmarked'
              ? 'border-accent bg-accent-soft font-semibold text-accent'
              : 'border-line-strong text-ink-muted hover:border-accent hover:text-ink',
          )}
        >
          <Bookmark aria-hidden size={15} fill={filter.kept === 'bookmarked' ? 'currentColor' : 'none'} />
          {keepMessages[locale].onlyBookmarked}
        </button>
      </div>
    </search>
  );
}
