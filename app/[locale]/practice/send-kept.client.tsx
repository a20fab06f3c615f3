'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { Locale } from '#judge/verdict.ts';
import { countUnsent, flush, takeSentLately } from './outbox.ts';
import { Unsent } from './unsent.client.tsx';

/** Sends what a session left behind, and then shows the page as it stands with that. */
export function SendKept({ locale }: { locale: Locale }) {
  const router = useRouter();
  // The store and the network are outside of React.
  useEffect(() => {
    const send = () => {
      if (countUnsent() === 0 && !takeSentLately()) return;
      flush().then(
        () => {
          takeSentLately();
          router.refresh();
        },
        () => undefined,
      );
    };
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [router]);
  return <Unsent text={practiceMessages[locale].unsent} />;
}
