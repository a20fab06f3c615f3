import type { ReactNode } from 'react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { Button } from '#app/_ui/button.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { CardText } from '../../questions/question-view.ts';
import type { Loaded } from './use-card-text.client.ts';

type Props = {
  locale: Locale;
  loaded: Loaded;
  onRetry: () => void;
  children: (text: CardText) => ReactNode;
};

/** An answer that was asked for: on its way, not to be had, or here. */
export function LoadedAnswer({ locale, loaded, onRetry, children }: Props) {
  const t = practiceMessages[locale];
  if (loaded === 'loading') {
    return (
      <div role="status" className="flex flex-col gap-4">
        <span className="sr-only">{t.loading}</span>
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="h-40 w-full" />
      </div>
    );
  }
  if (loaded === 'failed') {
    return (
      <div
        role="alert"
        className="flex flex-col items-start gap-3 rounded border border-line border-dashed p-6"
      >
        <p className="font-semibold">{t.unloaded}</p>
        <p className="text-ink-muted">{t.unloadedText}</p>
        <Button onClick={onRetry}>{t.retry}</Button>
      </div>
    );
  }
  return children(loaded.text);
}
