'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import { DangerDialog } from '#app/_ui/danger-dialog.client.tsx';
import type { Locale } from '#judge/verdict.ts';
import { deleteMock } from '../mock-client.ts';

/** Asks once more, since nothing brings a report back. */
export function DeleteMock({ locale, id }: { locale: Locale; id: string }) {
  const t = mockMessages[locale];
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const act = async () => {
    setState('busy');
    const reply = await deleteMock(id);
    if (reply.kind === 'later') return setState('failed');
    // Refused: it is gone already, as by another tab, or no longer theirs to see; the list tells.
    router.replace(`/${locale}/mock`);
    router.refresh();
  };
  return (
    <>
      <Button className="needs-script" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden size={16} />
        {t.remove}
      </Button>
      <DangerDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.remove}
        description={t.removeSure}
        cancel={t.keepIt}
        act={t.removeNow}
        busy={state === 'busy'}
        onAct={act}
      >
        <p role="alert" className="text-fail empty:hidden">
          {state === 'failed' ? t.shareFailed : null}
        </p>
      </DangerDialog>
    </>
  );
}
