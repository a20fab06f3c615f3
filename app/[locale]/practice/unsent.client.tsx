'use client';

import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { countUnsent, isStuck, watchOutbox } from './outbox.ts';

/** Says what waits for the network; quiet while all is well, and about what is only just on its way. */
export function Unsent({ text }: { text: (count: number) => string }) {
  const count = useSyncExternalStore(watch, readUnsent, () => 0);
  return (
    <div role="status" className="mt-6 empty:hidden">
      {count === 0 ? null : (
        <p className="flex items-center gap-2 text-ink-muted text-sm">
          <CloudOff aria-hidden size={15} className="shrink-0" />
          {text(count)}
        </p>
      )}
    </div>
  );
}

function readUnsent(): number {
  return navigator.onLine && !isStuck() ? 0 : countUnsent();
}

function watch(listener: () => void): () => void {
  const unwatch = watchOutbox(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    unwatch();
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
