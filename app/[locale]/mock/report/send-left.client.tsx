'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import type { Trouble } from '../mock-client.ts';
import { sendUnsent } from '../send-unsent.ts';
import { TroubleLine } from '../trouble-line.tsx';
import { readUnsent } from '../unsent-marks.ts';

const retryMs = 5000;

/** Sends what this browser could not before the end, as notes that were typed without a network; the report has it then. */
export function SendLeft({ locale, id }: { locale: Locale; id: string }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // The browser's store and the network are outside of React.
  useEffect(() => {
    const unsent = { current: readUnsent(id) };
    if (Object.keys(unsent.current).length === 0) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const send = async () => {
      const sent = await sendUnsent(id, unsent, (tried) => setTrouble(tried.trouble));
      if (left) return;
      if (sent) router.refresh();
      else timer = setTimeout(() => void send(), retryMs);
    };
    void send();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id, router]);
  return (
    <div role="status" className="no-print mb-8 empty:hidden">
      {trouble ? <TroubleLine locale={locale} trouble={trouble} /> : null}
    </div>
  );
}
