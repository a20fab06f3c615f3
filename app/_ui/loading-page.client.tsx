'use client';

import { usePathname } from 'next/navigation';
import type { Locale } from '#judge/verdict.ts';
import { shellMessages } from '../_messages/shell.ts';
import { localeOf } from './languages.ts';
import { PageBody, PageTitle } from './page-body.tsx';
import { Skeleton } from './skeleton.tsx';

/**
 * A page on its way, for a segment's `loading.tsx`: its title stands already, so that whoever goes by headings knows
 * where they are; lines to come below it. Not for segments that may turn out to be missing: once this is sent, the
 * status is 200.
 */
export function LoadingPage({ title }: { title: Record<Locale, string> }) {
  const locale = localeOf(usePathname());
  return (
    <PageBody width="text">
      <PageTitle title={title[locale]} />
      <div role="status" className="flex flex-col gap-4">
        <span className="sr-only">{shellMessages[locale].loading}</span>
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="mt-4 h-48 w-full" />
      </div>
    </PageBody>
  );
}
