'use client';

import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { FilterFields } from '#app/_find/filter-fields.client.tsx';
import { GrowingList } from '#app/_find/growing-list.client.tsx';
import type { NamedTopic } from '#app/_find/name-topics.ts';
import { useFind } from '#app/_find/use-find.ts';
import { useQuery } from '#app/_find/use-query.ts';
import { useBookmarks } from '#app/_keep/bookmarks.ts';
import { findMessages } from '#app/_messages/find.ts';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../_messages/questions.ts';
import { Button } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/empty-state.tsx';
import { filterQuestions, noFilter, type QuestionItem, readFilter } from './filter-questions.ts';
import { QuestionRow } from './question-row.tsx';
import { useQuestionStates } from './use-question-states.ts';

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
  const bookmarks = useBookmarks('question');
  const filter = readFilter(query);
  const { find } = useFind(locale, filter.q !== '');
  const states = useQuestionStates(items);
  // What is typed shows at once; a long list follows when there is time.
  const settled = useDeferredValue(query.toString());
  const shown = useMemo(
    () => filterQuestions(items, readFilter(new URLSearchParams(settled)), { states, find, bookmarks }),
    [items, settled, states, find, bookmarks],
  );
  const meant = shown[0]?.meant ?? null;

  if (items.length === 0) return <EmptyState icon={SearchX} title={t.empty} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="needs-script">
        <FilterFields
          locale={locale}
          filter={filter}
          topics={topics}
          states={t.states}
          mayFilterKept={bookmarks !== undefined}
          onChange={changeQuery}
        />
      </div>
      <p aria-live="polite" className="text-ink-muted text-sm">
        {meant === null ? null : `${findMessages[locale].instead(filter.q, meant)} `}
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
