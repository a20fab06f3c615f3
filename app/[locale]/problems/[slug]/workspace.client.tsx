'use client';

import type { ReactNode } from 'react';
import { showKeys, usePageKeys } from '#app/_find/keys.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { ToastProvider } from '#app/_ui/toast.client.tsx';
import { CodePane } from './code-pane.client.tsx';
import { Panes } from './panes.client.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { ReadingPane } from './reading-pane.client.tsx';
import { ResultsPane } from './results-pane.client.tsx';
import { type BenchProps, useBench } from './use-bench.client.ts';
import { keyGroups, useKeys } from './use-keys.client.ts';

type Props = BenchProps & { statement: ReactNode; editorial: ReactNode };

export function Workspace(props: Props) {
  return (
    <ToastProvider closeLabel={workspaceMessages[props.locale].close}>
      <Laid {...props} />
    </ToastProvider>
  );
}

function Laid({ statement, editorial, ...props }: Props) {
  const { locale, problem } = props;
  const bench = useBench(props);
  useKeys({ run: bench.run, submit: bench.runThenSend, save: bench.save });
  usePageKeys(keyGroups[locale]);
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {bench.said}
      </p>
      <Panes
        reading={
          <ReadingPane
            locale={locale}
            slug={problem.slug}
            name={problem.name[locale]}
            statement={statement}
            editorial={editorial}
            bench={bench}
          />
        }
        code={<CodePane locale={locale} problem={problem} bench={bench} onKeys={showKeys} />}
        results={<ResultsPane locale={locale} problem={problem} bench={bench} />}
        resizeLabel={workspaceMessages[locale].resize}
      />
      <PhoneBar locale={locale} bench={bench} />
    </>
  );
}
