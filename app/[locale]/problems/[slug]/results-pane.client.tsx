'use client';

import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Tabs } from '#app/_ui/tabs.client.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { ConsolePane } from './console-pane.tsx';
import { ResultPane } from './result-pane.tsx';
import { SamplesPane } from './samples-pane.client.tsx';
import type { Bench, ResultTab } from './use-bench.client.ts';

const tabs: readonly ResultTab[] = ['samples', 'console', 'result'];

/** What came of the code: samples in the browser, printed lines, the judge's verdict. */
export function ResultsPane({
  locale,
  problem,
  bench,
}: {
  locale: Locale;
  problem: PublicProblem;
  bench: Bench;
}) {
  const t = workspaceMessages[locale];
  const { samples, judging, editor } = bench;
  const reveal = (line: number, column: number) => editor.current?.reveal(line, column);
  return (
    <Tabs
      label={t.results}
      open={bench.below}
      onOpen={(id) => bench.setBelow(tabs.find((tab) => tab === id) ?? 'samples')}
      tabs={[
        {
          id: 'samples',
          label: t.cases,
          content: <SamplesPane locale={locale} problem={problem} state={samples} onReveal={reveal} />,
        },
        {
          id: 'console',
          label: t.console,
          content: <ConsolePane locale={locale} problem={problem} results={samples.results} />,
        },
        {
          id: 'result',
          label: t.result,
          content: (
            <ResultPane
              locale={locale}
              problem={problem}
              judging={judging}
              onSubmit={() => void bench.send()}
              onReveal={reveal}
              onEditorial={bench.openEditorial}
            />
          ),
        },
      ]}
    />
  );
}
