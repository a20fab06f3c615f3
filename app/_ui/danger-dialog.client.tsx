'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.client.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  /** What the buttons say that leave everything as it is, and that go on. */
  cancel: string;
  act: string;
  busy: boolean;
  onAct: () => Promise<void>;
  /** What went wrong. */
  children: ReactNode;
};

/** Asks once more before something that nothing brings back. */
export function DangerDialog({ cancel, act, busy, onAct, children, ...dialog }: Props) {
  return (
    <Dialog
      {...dialog}
      closeLabel={cancel}
      actions={
        <>
          <Button onClick={() => dialog.onOpenChange(false)}>{cancel}</Button>
          <Button look="danger" disabled={busy} onClick={() => void onAct()}>
            {act}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
