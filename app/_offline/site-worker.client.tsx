'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { development } from '#app/_policy/config.ts';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { Button } from '../_ui/button.tsx';
import { askWorker, findWorkers } from './ask-worker.ts';
import type { ToWorker } from './build.ts';

/** Installs the service worker, tells it what was seen, and says when a newer version of the site waits. */
export function SiteWorker({ locale }: { locale: Locale }) {
  const t = shellMessages[locale];
  const pathname = usePathname();
  // A worker that waits, or none any more: another tab has had it taken up.
  const [newer, setNewer] = useState<ServiceWorker | 'taken-up' | null>(null);

  // The worker is outside of React: it is looked for once the page has what it needs for itself.
  useEffect(() => {
    const workers = findWorkers();
    if (!workers || development) return;
    const hadOne = workers.controller !== null;
    const changed = () => hadOne && setNewer('taken-up');
    workers.addEventListener('controllerchange', changed);
    const unwait = whenIdle(() => void register(workers, setNewer));
    return () => {
      unwait();
      workers.removeEventListener('controllerchange', changed);
    };
  }, []);
  // What was loaded before the worker came is kept by it as well.
  useEffect(() => {
    if (development || !findWorkers()) return;
    const told = setTimeout(() => {
      const assets = performance.getEntriesByType('resource').map(({ name }) => name);
      askWorker({ kind: 'visited', path: pathname, assets }, () => undefined);
    }, 2000);
    return () => clearTimeout(told);
  }, [pathname]);

  const takeUp = () => {
    if (newer === 'taken-up') return window.location.reload();
    findWorkers()?.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    newer?.postMessage({ kind: 'take-up' } satisfies ToWorker);
  };
  return (
    <div role="status" className="print:hidden">
      {newer === null ? null : (
        <p className="flex flex-wrap items-center justify-center gap-3 border-line border-b bg-accent-soft px-4 py-1.5 text-sm">
          {t.newVersion}
          <Button size="small" onClick={takeUp}>
            {t.takeUp}
          </Button>
        </p>
      )}
    </div>
  );
}

async function register(
  workers: ServiceWorkerContainer,
  onWaiting: (worker: ServiceWorker) => void,
): Promise<void> {
  try {
    const registration = await workers.register('/sw.js', { scope: '/' });
    // The first worker of a browser replaces nothing: there is no news in it.
    const look = () => {
      if (registration.waiting && workers.controller) onWaiting(registration.waiting);
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
  } catch {
    // Refused by the browser's settings, or gone offline: the site works as it does without one.
  }
}

/** Once the page has loaded and nothing presses; Safari knows no idle time. */
function whenIdle(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer = setTimeout(act, 1000);
  };
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('load', soon);
  };
}
