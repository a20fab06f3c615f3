'use client';

import type { Locale } from '#judge/verdict.ts';
import { useMoment } from './use-moment.client.ts';

/** The part of a {@link file://./moment.tsx moment} that only the browser knows. */
export function MomentText({ locale, at }: { locale: Locale; at: string }) {
  const text = useMoment(locale, at);
  return (
    // A browser may shorten a month otherwise than the server does.
    <time dateTime={at} suppressHydrationWarning>
      {text}
    </time>
  );
}
