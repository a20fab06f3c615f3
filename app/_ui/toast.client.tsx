'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

/** Wraps the part of a page that tells of things done: `const tell = useToast(); tell('Saved')`. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <Base.Provider timeout={5000}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2">
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** What can still be done about a thing done: `tell('Removed', { label: 'Undo', act })`. */
export type ToastAction = { label: string; act: () => void };

export function useToast(): (text: string, action?: ToastAction) => void {
  const { add, close } = Base.useToastManager();
  return (text, action) => {
    const id: string = add({
      title: text,
      ...(action && {
        // Time enough to read, to think better of it and to get there by keyboard.
        timeout: 12_000,
        actionProps: {
          children: action.label,
          onClick: () => {
            action.act();
            close(id);
          },
        },
      }),
    });
  };
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="flex items-center gap-2 rounded border border-line-strong bg-surface py-1 pr-1 pl-4 text-ink shadow-raised"
    >
      <Base.Title className="grow py-1" />
      {toast.actionProps ? (
        <Base.Action className="shrink-0 rounded px-2 py-1 font-semibold text-accent hover:bg-accent-soft" />
      ) : null}
      <Base.Close
        aria-label={closeLabel}
        className="grid size-9 shrink-0 place-items-center rounded text-ink-muted hover:bg-sunken"
      >
        <X aria-hidden size={16} />
      </Base.Close>
    </Base.Root>
  ));
}
