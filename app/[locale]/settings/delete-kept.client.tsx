'use client';

import { useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.client.tsx';
import type { Locale } from '#judge/verdict.ts';
import { useDeletion } from './use-deletion.client.ts';

/** For who has no account of their own, and so no password: asks once more, since nothing brings it back. */
export function DeleteKept({ locale }: { locale: Locale }) {
  const t = accountMessages[locale];
  const remove = useDeletion({ locale, owner: '' });
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const act = async () => {
    setState('busy');
    setState((await remove()) ? 'idle' : 'failed');
  };
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-ink-muted">{t.deleteKeptLead}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t.deleteNow}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t.deleteKept}
        closeLabel={t.keepIt}
        description={t.deleteKeptSure}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.keepIt}</Button>
            <Button look="danger" disabled={state === 'busy'} onClick={() => void act()}>
              {t.deleteNow}
            </Button>
          </>
        }
      >
        <p role="alert" className="text-fail empty:hidden">
          {state === 'failed' ? t.deleteFailed : null}
        </p>
      </Dialog>
    </div>
  );
}
