'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { Button } from '#app/_ui/button.tsx';
import { DangerDialog } from '#app/_ui/danger-dialog.client.tsx';
import { Dialog } from '#app/_ui/dialog.client.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { Locale } from '#judge/verdict.ts';
import { post } from '../rejudging-client.ts';

type Props = {
  locale: Locale;
  id: string;
  /** Results that can be applied, and submissions without one: not judged yet, or a judge error. */
  usable: number;
  unusable: number;
};

/** Apply or discard, each asked once more. */
export function Decide({ locale, id, usable, unusable }: Props) {
  const t = rejudgingMessages[locale];
  const router = useRouter();
  const [asking, setAsking] = useState<'apply' | 'discard' | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');

  async function decide(act: 'apply' | 'discard') {
    setBusy(true);
    const reply = await post(`/${id}/${act}`, act === 'apply' ? { partial: unusable > 0 } : {}, { locale });
    setBusy(false);
    setFault(reply?.kind === 'done' ? '' : (reply?.message ?? t.failed));
    if (reply?.kind !== 'done') return;
    setAsking(null);
    router.refresh();
  }
  const ask = (act: 'apply' | 'discard') => {
    setFault('');
    setAsking(act);
  };
  const close = (open: boolean) => {
    if (!open) setAsking(null);
  };
  const told = <div aria-live="polite">{fault ? <Notice kind="fail" title={fault} /> : null}</div>;
  return (
    <div className="needs-script flex flex-wrap gap-3">
      <Button look={unusable > 0 ? 'quiet' : 'primary'} disabled={usable === 0} onClick={() => ask('apply')}>
        {unusable > 0 ? t.applyPart : t.apply}
      </Button>
      <Button onClick={() => ask('discard')}>{t.discard}</Button>
      <Dialog
        open={asking === 'apply'}
        onOpenChange={close}
        title={t.applyTitle}
        closeLabel={t.close}
        description={t.applyText(usable)}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{t.cancel}</Button>
            <Button look="primary" disabled={busy} onClick={() => void decide('apply')}>
              {busy ? t.working : t.applyNow(usable, unusable)}
            </Button>
          </>
        }
      >
        {unusable > 0 ? <p className="font-semibold">{t.leavesOut(unusable)}</p> : null}
        {told}
      </Dialog>
      <DangerDialog
        open={asking === 'discard'}
        onOpenChange={close}
        title={t.discardTitle}
        description={t.discardText}
        cancel={t.cancel}
        act={busy ? t.working : t.discardNow}
        busy={busy}
        onAct={() => decide('discard')}
      >
        {told}
      </DangerDialog>
    </div>
  );
}
