'use client';

import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { Group, type GroupImperativeHandle, type Layout, Panel, Separator } from 'react-resizable-panels';

type Props = { reading: ReactNode; code: ReactNode; results: ReactNode; resizeLabel: string };

// Tailwind's lg, at which the classes below change.
const wideEnough = '(min-width: 64rem)';

const group = 'max-lg:block! max-lg:h-auto! max-lg:touch-auto! max-lg:overflow-visible!';
const panel = 'max-lg:h-auto max-lg:max-h-none! max-lg:touch-auto!';

/**
 * Statement, code and results: side by side where there is room, one below the other on a phone. Both are the same
 * elements in the same places, so that turning a tablet neither closes the editor nor stops a run.
 */
export function Panes({ reading, code, results, resizeLabel }: Props) {
  const wide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wideEnough).matches,
    () => true,
  );
  const across = useKeptLayout('across');
  const down = useKeptLayout('down');
  return (
    <Group orientation="horizontal" disabled={!wide} {...across} className={`min-h-0 grow p-3 ${group}`}>
      <Panel id="reading" defaultSize="42%" minSize="20%" className={panel}>
        <Frame id="statement">{reading}</Frame>
      </Panel>
      <Handle label={resizeLabel} className="w-3" />
      <Panel id="work" minSize="30%" className={panel}>
        <Group orientation="vertical" disabled={!wide} {...down} className={group}>
          <Panel id="code" defaultSize="58%" minSize="20%" className={panel}>
            <Frame id="code" phoneHeight="max-lg:h-[75dvh]">
              {code}
            </Frame>
          </Panel>
          <Handle label={resizeLabel} className="h-3" />
          <Panel id="results" minSize="10%" className={panel}>
            <Frame id="results">{results}</Frame>
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

function Handle({ label, className }: { label: string; className: string }) {
  return (
    <Separator
      aria-label={label}
      className={`rounded transition-colors focus-visible:bg-accent-soft data-[separator=active]:bg-accent-soft data-[separator=hover]:bg-sunken max-lg:hidden ${className}`}
    />
  );
}

type FrameProps = { id: string; phoneHeight?: string; children: ReactNode };

function Frame({ id, phoneHeight = 'max-lg:h-auto', children }: FrameProps) {
  return (
    <div
      id={`pane-${id}`}
      className={`h-full scroll-mt-4 overflow-hidden rounded border border-line bg-surface max-lg:mb-3 ${phoneHeight}`}
    >
      {children}
    </div>
  );
}

/** Sizes that the reader chose hold for every problem, in this browser. */
function useKeptLayout(name: string) {
  const key = `whetstone.panes.${name}`;
  const groupRef = useRef<GroupImperativeHandle | null>(null);
  // The server doesn't know this browser's sizes, so they are set once the page is there.
  useEffect(() => {
    const layout = readLayout(key);
    if (layout) groupRef.current?.setLayout(layout);
  }, [key]);
  return {
    groupRef,
    onLayoutChanged: (layout: Layout, { isUserInteraction }: { isUserInteraction: boolean }) => {
      if (!isUserInteraction) return;
      try {
        localStorage.setItem(key, JSON.stringify(layout));
      } catch {
        // A storage that is full or forbidden: the sizes are those of this visit.
      }
    },
  };
}

function readLayout(key: string): Layout | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const sizes = Object.entries(kept).filter((entry): entry is [string, number] =>
      Number.isFinite(entry[1]),
    );
    return sizes.length === 2 ? Object.fromEntries(sizes) : undefined;
  } catch {
    return undefined;
  }
}

function watchWidth(onChange: () => void): () => void {
  const query = matchMedia(wideEnough);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
