'use client';

import { Bookmark } from 'lucide-react';
import { useId } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { findMessages } from '../_messages/find.ts';
import { keepMessages } from '../_messages/keep.ts';
import { verdictMessages } from '../_messages/verdicts.ts';
import { Button } from '../_ui/button.tsx';
import { classes } from '../_ui/classes.ts';
import { Select } from '../_ui/field.tsx';
import type { NamedTopic } from './name-topics.ts';
import { SearchField } from './search-field.tsx';
import type { ChangeQuery } from './use-query.ts';

type Props = {
  locale: Locale;
  /** What the address asks for; `kept` is `bookmarked`, or any. */
  filter: { [Name in 'q' | 'topic' | 'difficulty' | 'state' | 'kept']?: string | undefined };
  /** In the order of their names. */
  topics: readonly NamedTopic[];
  /** What each state is called. */
  states: Readonly<Record<string, string>>;
  /** Whether it is known what is bookmarked. */
  mayFilterKept?: boolean;
  onChange: ChangeQuery;
};

/** What a list is searched and filtered by. Without a script it is a form for a server that can filter. */
export function FilterFields({ locale, filter, topics, states, mayFilterKept = true, onChange }: Props) {
  const t = findMessages[locale];
  const id = useId();
  const bookmarked = filter.kept === 'bookmarked';
  const choices = {
    topic: topics.map(({ id, name }) => [id, name] as const),
    difficulty: Object.entries(verdictMessages[locale].difficulty),
    state: Object.entries(states),
  };
  return (
    <search>
      <form
        className="grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="col-span-2 flex flex-col gap-1 sm:col-span-1">
          <SearchField
            id={`${id}-q`}
            label={t.search}
            hint={t.searchHint}
            value={filter.q ?? ''}
            onChange={(q) => onChange({ q }, 'replace')}
          />
        </div>
        {(['topic', 'difficulty', 'state'] as const).map((name) => (
          <div key={name} className="flex flex-col gap-1 nth-2:col-span-2 sm:nth-2:col-span-1">
            <label htmlFor={`${id}-${name}`} className="text-ink-muted text-sm">
              {t.filters[name]}
            </label>
            <Select
              id={`${id}-${name}`}
              name={name}
              value={filter[name] ?? ''}
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
        <div className="needs-script col-span-full">
          <button
            type="button"
            aria-pressed={bookmarked}
            disabled={!mayFilterKept}
            onClick={() => onChange({ kept: bookmarked ? '' : 'bookmarked' }, 'push')}
            className={classes(
              'inline-flex min-h-9 items-center gap-1.5 rounded border px-3 text-sm',
              bookmarked
                ? 'border-accent bg-accent-soft font-semibold text-accent'
                : 'border-line-strong text-ink-muted hover:border-accent hover:text-ink',
            )}
          >
            <Bookmark aria-hidden size={15} fill={bookmarked ? 'currentColor' : 'none'} />
            {keepMessages[locale].onlyBookmarked}
          </button>
        </div>
        {bookmarked ? <input type="hidden" name="kept" value="bookmarked" /> : null}
        <noscript className="col-span-full">
          <Button type="submit">{t.searchGo}</Button>
        </noscript>
      </form>
    </search>
  );
}
