'use client';

import { type ReactNode, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { ToastProvider } from '#app/_ui/toast.client.tsx';
import type { Explained } from '../questions-of.ts';
import { CodePane } from './code-pane.client.tsx';
import { KeysDialog } from './keys-dialog.client.tsx';
import { Panes } from './panes.client.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { ReadingPane } from './reading-pane.client.tsx';
import { ResultsPane } from './results-pane.client.tsx';
import { type BenchProps, useBench } from './use-bench.client.ts';
import { useKeys } from './use-keys.client.ts';

type Props = BenchProps & { statement: ReactNode; editorial: ReactNode; explained: readonly Explained[] };

export function Workspace(props: Props) {
  return (
    <ToastProvider closeLabel={workspaceMessages[props.locale].close}>
      <Laid {...props} />
    </ToastProvider>
  );
}

function Laid({ statement, editorial, explained, ...props }: Props) {
  const { locale, problem } = props;
  const bench = useBench(props);
  const [keysOpen, setKeysOpen] = useState(false);
  useKeys({ run: bench.run, submit: bench.runThenSend, save: bench.save, help: () => setKeysOpen(true) });
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
        code={<CodePane locale={locale} problem={problem} bench={bench} onKeys={() => setKeysOpen(true)} />}
        results={<ResultsPane locale={locale} problem={problem} explained={explained} bench={bench} />}
        resizeLabel={workspaceMessages[locale].resize}
      />
      <PhoneBar locale={locale} bench={bench} />
      <KeysDialog locale={locale} open={keysOpen} onOpenChange={setKeysOpen} />
    </>
  );
}
