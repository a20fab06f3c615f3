import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** A page's column between header and footer. `text` is as wide as one reads, `page` as wide as the header. */
export function PageBody({ width = 'page', children }: { width?: 'text' | 'page'; children: ReactNode }) {
  return (
    <div
      className={classes(
        'mx-auto w-full px-4 pt-8 sm:px-6 sm:pt-12',
        width === 'page' ? 'max-w-page' : 'max-w-[calc(var(--measure)*1.125+3rem)]',
      )}
    >
      {children}
    </div>
  );
}

/** A page's title and the sentence below it. */
export function PageTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-8 flex flex-col gap-2">
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      {children ? <div className="max-w-measure text-ink-muted text-lg">{children}</div> : null}
    </div>
  );
}
