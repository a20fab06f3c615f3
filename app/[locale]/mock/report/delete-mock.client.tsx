'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.client.tsx';
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
    // Refused: it is gone already, as by another tab.
    router.replace(`/${locale}/mock`);
    router.refresh();
  };
  return (
    <>
      <Button className="needs-script" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden size={16} />
        {t.remove}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t.remove}
        closeLabel={t.keepIt}
        description={t.removeSure}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.keepIt}</Button>
            <Button look="danger" disabled={state === 'busy'} onClick={() => void act()}>
              {t.removeNow}
            </Button>
          </>
        }
      >
        <p role="alert" className="text-fail empty:hidden">
          {state === 'failed' ? t.shareFailed : null}
        </p>
      </Dialog>
    </>
  );
}
