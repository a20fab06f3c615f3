'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

type Props = { left: ReactNode; code: ReactNode; results: ReactNode; resizeLabel: string };

const wideEnough = '(min-width: 60rem)';

/** Statement, code and results: side by side where there is room, stacked on a phone. */
export function Panes({ left, code, results, resizeLabel }: Props) {
  const wide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wideEnough).matches,
    () => true,
  );
  if (!wide) {
    return (
      <div className="flex flex-col gap-4 px-3 pt-3">
        <div className="overflow-hidden rounded border border-line bg-surface">{left}</div>
        <div className="h-[70dvh] overflow-hidden rounded border border-line bg-surface">{code}</div>
        <div className="overflow-hidden rounded border border-line bg-surface">{results}</div>
      </div>
    );
  }
  return (
    <Group orientation="horizontal" className="min-h-0 grow p-3">
      <Panel defaultSize="42%" minSize="20%">
        <Frame>{left}</Frame>
      </Panel>
      <Separator
        aria-label={resizeLabel}
        className="w-3 rounded focus-visible:bg-accent-soft data-[separator=hover]:bg-sunken"
      />
      <Panel minSize="30%">
        <Group orientation="vertical">
          <Panel defaultSize="60%" minSize="20%">
            <Frame>{code}</Frame>
          </Panel>
          <Separator
            aria-label={resizeLabel}
            className="h-3 rounded focus-visible:bg-accent-soft data-[separator=hover]:bg-sunken"
          />
          <Panel minSize="10%">
            <Frame>{results}</Frame>
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="h-full overflow-hidden rounded border border-line bg-surface">{children}</div>;
}

function watchWidth(onChange: () => void): () => void {
  const query = matchMedia(wideEnough);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
