'use client';

import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { FilterFields } from '#app/_find/filter-fields.client.tsx';
import { GrowingList } from '#app/_find/growing-list.client.tsx';
import type { NamedTopic } from '#app/_find/name-topics.ts';
import { useFind } from '#app/_find/use-find.ts';
import { useQuery } from '#app/_find/use-query.ts';
import { findMessages } from '#app/_messages/find.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Locale } from '#judge/verdict.ts';
import { applyFilters, type Filters, type ListedProblem, parseFilters } from './list-filters.ts';
import { ProblemRow } from './problem-row.tsx';

type Props = {
  locale: Locale;
  problems: readonly ListedProblem[];
  /** Those of the problems, in the order of their names. */
  topics: readonly NamedTopic[];
  /** The query of the address that the server was asked for. */
  served: string;
};

/** The problems that pass the filters in the address. Without a script the server filters, by a form. */
export function ProblemList({ locale, problems, topics, served }: Props) {
  const t = workspaceMessages[locale];
  const words = findMessages[locale];
  const [query, changeQuery] = useQuery(served);
  const filters = filtersOf(query);
  const { find } = useFind(locale, Boolean(filters.q));
  const settled = useDeferredValue(query.toString());
  const shown = useMemo(
    () => applyFilters(problems, filtersOf(new URLSearchParams(settled)), find),
    [problems, settled, find],
  );
  const meant = shown[0]?.meant ?? null;
  return (
    <div className="flex flex-col gap-4">
      <FilterFields
        locale={locale}
        filter={filters}
        topics={topics}
        states={t.states}
        onChange={changeQuery}
      />
      <p aria-live="polite" className="text-ink-muted text-sm">
        {meant === null ? null : `${words.instead(filters.q ?? '', meant)} `}
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
