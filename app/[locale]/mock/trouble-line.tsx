import { CloudOff } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import type { Locale } from '#judge/verdict.ts';
import type { Trouble } from './mock-client.ts';

/** That something waits in this browser, and for what. Put it into a live region. */
export function TroubleLine({ locale, trouble }: { locale: Locale; trouble: Trouble }) {
  return (
    <p className="flex items-center gap-2 text-ink-muted text-sm">
      <CloudOff aria-hidden size={15} className="shrink-0" />
      {mockMessages[locale].trouble[trouble]}
    </p>
  );
}
