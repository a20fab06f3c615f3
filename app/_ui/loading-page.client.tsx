'use client';

import { usePathname } from 'next/navigation';
import { shellMessages } from '../_messages/shell.ts';
import { localeOf } from './languages.ts';
import { PageBody } from './page-body.tsx';
import { Skeleton } from './skeleton.tsx';

/**
 * A page on its way: a title and some lines, for a segment's `loading.tsx`. Not for segments that may turn out to be
 * missing: once this is sent, the status is 200.
 */
export function LoadingPage() {
  return (
    <PageBody width="text">
      <div role="status" className="flex flex-col gap-4">
        <span className="sr-only">{shellMessages[localeOf(usePathname())].loading}</span>
        <Skeleton className="h-10 w-64 max-w-full" />
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="mt-4 h-48 w-full" />
      </div>
    </PageBody>
  );
}
