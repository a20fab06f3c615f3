'use client';

import { SearchX } from 'lucide-react';
import { useDeferredValue, useId, useMemo } from 'react';
import { GrowingList } from '#app/_find/growing-list.client.tsx';
import { SearchField } from '#app/_find/search-field.tsx';
import { useFind } from '#app/_find/use-find.ts';
import { useQuery } from '#app/_find/use-query.ts';
import { findMessages } from '#app/_messages/find.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button, ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Locale } from '#judge/verdict.ts';
import { FilterBar } from './filter-bar.tsx';
import { applyFilters, type Filters, type ListedProblem, parseFilters } from './list-filters.ts';
import { ProblemRow } from './problem-row.tsx';

type Props = {
  locale: Locale;
  problems: readonly ListedProblem[];
  /** The query of the address that the server was asked for. */
  served: string;
};

/** The problems that pass the filters in the address. Without a script the server filters, by links and by a form. */
export function ProblemList({ locale, problems, served }: Props) {
  const t = workspaceMessages[locale];
  const words = findMessages[locale];
  const id = useId();
  const [query, changeQuery] = useQuery(served);
  const filters = filtersOf(query);
  const { find } = useFind(locale, Boolean(filters.q));
  const settled = useDeferredValue(query.toString());
  const shown = useMemo(
    () => applyFilters(problems, filtersOf(new URLSearchParams(settled)), find),
    [problems, settled, find],
  );
  const others = Object.entries({ ...filters, q: undefined }).filter(([, value]) => value);
  return (
    <div className="flex flex-col gap-4">
      <search className="flex flex-col gap-4">
        <form className="flex items-end gap-2" onSubmit={(event) => event.preventDefault()}>
          <div className="flex grow flex-col gap-1">
            <SearchField
              id={id}
              label={words.search}
              hint={words.searchHint}
              value={filters.q ?? ''}
              onChange={(q) => changeQuery({ q }, 'replace')}
            />
          </div>
          {others.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <noscript>
            <Button type="submit">{words.searchGo}</Button>
          </noscript>
        </form>
        <FilterBar
          locale={locale}
          filters={filters}
          problems={problems}
          onChoose={(name, value) => changeQuery({ [name]: value }, 'push')}
        />
      </search>
      <p aria-live="polite" className="text-ink-muted text-sm">
        {words.problemCount(shown.length, problems.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t.none}
          action={<ButtonLink href={`/${locale}/problems`}>{t.clear}</ButtonLink>}
        >
          {t.noneText}
        </EmptyState>
      ) : (
        <GrowingList
          listKey={settled}
          more={words.more}
          rows={shown.map((match) => ({
            key: match.item.slug,
            row: <ProblemRow locale={locale} match={match} />,
          }))}
        />
      )}
    </div>
  );
}

function filtersOf(query: URLSearchParams): Filters {
  return parseFilters(Object.fromEntries(query));
}
