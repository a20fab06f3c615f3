'use client';

import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { GrowingList } from '#app/_find/growing-list.client.tsx';
import { useFind } from '#app/_find/use-find.ts';
import { useQuery } from '#app/_find/use-query.ts';
import { useBookmarks } from '#app/_keep/bookmarks.ts';
import { findMessages } from '#app/_messages/find.ts';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../_messages/questions.ts';
import { Button } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/empty-state.tsx';
import {
  filterQuestions,
  type NamedTopic,
  noFilter,
  type QuestionItem,
  readFilter,
} from './filter-questions.ts';
import { stateOf, useProgress } from './progress.ts';
import { QuestionFilters } from './question-filters.client.tsx';
import { QuestionRow } from './question-row.tsx';

type Props = {
  locale: Locale;
  items: readonly QuestionItem[];
  /** Those of the items, in the order of their names. */
  topics: readonly NamedTopic[];
};

/** All questions; with a script, those that pass the filters in the address. */
export function QuestionList({ locale, items, topics }: Props) {
  const t = questionMessages[locale];
  const [query, changeQuery] = useQuery();
  const progress = useProgress();
  const bookmarks = useBookmarks('question');
  const filter = readFilter(query);
  const { find } = useFind(locale, filter.q !== '');
  const states = useMemo(
    () => Object.fromEntries(items.map(({ slug, checkIds }) => [slug, stateOf(progress[slug], checkIds)])),
    [items, progress],
  );
  // What is typed shows at once; a long list follows when there is time.
  const settled = useDeferredValue(query.toString());
  const shown = useMemo(
    () => filterQuestions(items, readFilter(new URLSearchParams(settled)), { states, find, bookmarks }),
    [items, settled, states, find, bookmarks],
  );

  if (items.length === 0) return <EmptyState icon={SearchX} title={t.empty} />;
  return (
    <div className="flex flex-col gap-4">
      <QuestionFilters
        locale={locale}
        topics={topics}
        filter={filter}
        mayFilterKept={bookmarks !== undefined}
        onChange={changeQuery}
      />
      <p aria-live="polite" className="text-ink-muted text-sm">
        {t.count(shown.length, items.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t.none}
          action={<Button onClick={() => changeQuery(noFilter, 'push')}>{t.clear}</Button>}
        >
          {t.noneText}
        </EmptyState>
      ) : (
        <GrowingList
          listKey={settled}
          more={findMessages[locale].more}
          rows={shown.map((match) => ({
            key: match.item.slug,
            row: (
              <QuestionRow
                locale={locale}
                match={match}
                state={states[match.item.slug] ?? 'new'}
                bookmarked={bookmarks?.has(match.item.slug) ?? false}
              />
            ),
          }))}
        />
      )}
    </div>
  );
}
