'use client';

import { type ReactNode, useState } from 'react';
import { KeptPanel } from '#app/_keep/kept-panel.client.tsx';
import { keepMessages } from '#app/_messages/keep.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { Tabs } from '#app/_ui/tabs.client.tsx';
import type { Locale } from '#judge/verdict.ts';
import { HistoryPane } from './history-pane.client.tsx';
import type { Bench } from './use-bench.client.ts';

type Props = {
  locale: Locale;
  slug: string;
  name: string;
  statement: ReactNode;
  editorial: ReactNode;
  bench: Bench;
};

/** What is asked, how it is solved, and what one has submitted. */
export function ReadingPane({ locale, slug, name, statement, editorial, bench }: Props) {
  const t = workspaceMessages[locale];
  const [asked, setAsked] = useState(false);
  const { solved, history, put, reading, setReading, openEditorial } = bench;
  return (
    <Tabs
      label={name}
      open={reading}
      onOpen={setReading}
      tabs={[
        { id: 'statement', label: t.statement, content: statement },
        {
          id: 'editorial',
          label: t.editorial,
          content:
            solved || asked ? (
              editorial
            ) : (
              <div className="p-4">
                <Notice title={t.editorialHidden}>
                  <p className="mb-3">{t.editorialHiddenText}</p>
                  <Button size="small" onClick={() => setAsked(true)}>
                    {t.showEditorial}
                  </Button>
                </Notice>
              </div>
            ),
        },
        {
          id: 'submissions',
          label: t.submissions,
          content: (
            <HistoryPane
              locale={locale}
              slug={slug}
              history={history}
              onRestore={(source) => put(source, t.restored)}
              onEditorial={openEditorial}
            />
          ),
        },
        {
          id: 'keep',
          label: keepMessages[locale].title,
          content: (
            <div className="p-4">
              <KeptPanel locale={locale} kind="problem" slug={slug} />
            </div>
          ),
        },
      ]}
    />
  );
}
