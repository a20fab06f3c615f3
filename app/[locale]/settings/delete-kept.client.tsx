'use client';

import { useState } from 'react';
import { accountMessages } from '#app/_messages/accounts.ts';
import { Button } from '#app/_ui/button.tsx';
import { DangerDialog } from '#app/_ui/danger-dialog.client.tsx';
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
    setState((await remove()) === 'done' ? 'idle' : 'failed');
  };
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-ink-muted">{t.deleteKeptLead}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t.deleteNow}
      </Button>
      <DangerDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.deleteKept}
        description={t.deleteKeptSure}
        cancel={t.keepIt}
        act={t.deleteNow}
        busy={state === 'busy'}
        onAct={act}
      >
        <p role="alert" className="text-fail empty:hidden">
          {state === 'failed' ? t.deleteFailed : null}
        </p>
      </DangerDialog>
    </div>
  );
}
