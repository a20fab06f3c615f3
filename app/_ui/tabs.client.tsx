'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export type Tab = { id: string; label: ReactNode; content: ReactNode };

type Props = {
  label: string;
  tabs: readonly Tab[];
  /** Both, where the tab is worth an address; else the first is open. */
  open?: string;
  onOpen?: (id: string) => void;
  /** Keeps closed panels in the page: an editor, a running console. */
  keepMounted?: boolean;
};

/** Arrow keys move between tabs, Tab enters the open one. */
export function Tabs({ label, tabs, open, onOpen, keepMounted = false }: Props) {
  const place = open === undefined ? { defaultValue: tabs[0]?.id ?? null } : { value: open };
  return (
    <Base.Root
      {...place}
      onValueChange={(id: unknown) => onOpen?.(String(id))}
      className="flex h-full min-h-0 flex-col"
    >
      <Base.List
        aria-label={label}
        activateOnFocus
        className="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2"
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="flex h-10 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-3 text-ink-muted hover:text-ink data-[active]:border-accent data-[active]:font-semibold data-[active]:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.id}
          value={tab.id}
          keepMounted={keepMounted}
          className="min-h-0 grow overflow-auto"
        >
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
