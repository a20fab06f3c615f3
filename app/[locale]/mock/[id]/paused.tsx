import { CirclePause } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Locale } from '#judge/verdict.ts';

export function Paused({ locale, onResume }: { locale: Locale; onResume: () => void }) {
  const t = mockMessages[locale];
  return (
    <EmptyState
      icon={CirclePause}
      title={
        <h1 data-begin tabIndex={-1} className="text-xl outline-none">
          {t.pausedTitle}
        </h1>
      }
      action={
        <Button look="primary" onClick={onResume} aria-keyshortcuts="p">
          {t.resume}
        </Button>
      }
    >
      <p>{t.pausedText}</p>
    </EmptyState>
  );
}
