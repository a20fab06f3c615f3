'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  closeLabel: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Where nothing in it takes the focus and it may be longer than the screen. */
  scrolls?: boolean;
  /** Buttons, the one to go on with last. */
  actions?: ReactNode;
};

/** Holds the focus while open, gives it back when closed; Escape closes. */
export function Dialog({
  open,
  onOpenChange,
  title,
  closeLabel,
  description,
  children,
  scrolls = false,
  actions,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]" />
        <Base.Popup className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 flex max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))] flex-col rounded border border-line bg-surface text-ink shadow-raised">
          <div className="flex items-start gap-4 border-line border-b py-3 pr-2 pl-4">
            <Base.Title className="grow pt-1 text-lg">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="grid size-9 shrink-0 place-items-center rounded text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden size={18} />
            </Base.Close>
          </div>
          <div {...(scrolls && { tabIndex: 0 })} className="flex flex-col gap-3 overflow-auto p-4">
            {description ? <Base.Description>{description}</Base.Description> : null}
            {children}
          </div>
          {actions ? (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t p-3">{actions}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
