import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { classes } from './classes.ts';

/** Where something will stand. Size it by `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classes('animate-pulse rounded bg-sunken', className)} />;
}

/** A page on its way: a title and some lines. For a segment's `loading.tsx`. */
export function LoadingPage({ locale }: { locale: Locale }) {
  return (
    <div role="status" className="mx-auto flex w-full max-w-page flex-col gap-4 px-4 py-10 sm:px-6">
      <span className="sr-only">{shellMessages[locale].loading}</span>
      <Skeleton className="h-9 w-64 max-w-full" />
      <Skeleton className="h-5 w-full max-w-measure" />
      <Skeleton className="h-5 w-4/5 max-w-measure" />
      <Skeleton className="mt-4 h-48 w-full" />
    </div>
  );
}
