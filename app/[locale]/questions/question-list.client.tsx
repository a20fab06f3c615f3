'use client';

import { SearchX } from 'lucide-react';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../_messages/questions.ts';
import { Button } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/empty-state.tsx';
import { filterQuestions, type QuestionItem } from './filter-questions.ts';
import { stateOf, useProgress } from './progress.ts';
import { QuestionFilters } from './question-filters.client.tsx';
import { QuestionRow } from './question-row.tsx';
import { useQuery } from './use-query.ts';
import { useSearch } from './use-search.ts';

type Props = { locale: Locale; items: readonly QuestionItem[] };

/** All questions; with a script, those that pass the filters in the address. */
export function QuestionList({ locale, items }: Props) {
  const t = questionMessages[locale];
  const [query, changeQuery] = useQuery();
  const progress = useProgress();
  const filter = {
    q: query.get('q') ?? '',
    topic: query.get('topic') ?? '',
    difficulty: query.get('difficulty') ?? '',
    state: query.get('state') ?? '',
  };
  const search = useSearch(`/${locale}/questions/search.json`, filter.q !== '');
  const states = Object.fromEntries(
    items.map(({ slug, checkIds }) => [slug, stateOf(progress[slug], checkIds)]),
  );
  const shown = filterQuestions(items, filter, { states, search });
  const clear = () => changeQuery({ q: '', topic: '', difficulty: '', state: '' });

  if (items.length === 0) return <EmptyState icon={SearchX} title={t.empty} />;
  return (
    <div className="flex flex-col gap-4">
      <QuestionFilters locale={locale} items={items} filter={filter} onChange={changeQuery} />
      <p aria-live="polite" className="text-ink-muted text-sm">
        {t.count(shown.length, items.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon={SearchX} title={t.none} action={<Button onClick={clear}>{t.clear}</Button>}>
          {t.noneText}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line overflow-hidden rounded border border-line bg-surface">
          {shown.map((item) => (
            <QuestionRow key={item.slug} locale={locale} item={item} state={states[item.slug] ?? 'new'} />
          ))}
        </ul>
      )}
    </div>
  );
}
