'use client';

import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';

/** Says that the network is gone, and what works all the same. */
export function OfflineNotice({ locale }: { locale: Locale }) {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 border-line border-b bg-sunken px-4 py-2 text-sm">
          <WifiOff aria-hidden size={15} className="shrink-0" />
          {shellMessages[locale].offline}
        </p>
      )}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
