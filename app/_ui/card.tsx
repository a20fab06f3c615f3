import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** A thing of its own on the page. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={classes('rounded border border-line bg-surface p-4 sm:p-6', className)}>{children}</div>
  );
}

/** A titled section in a frame. */
export function Panel({
  title,
  aside,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="overflow-hidden rounded border border-line bg-surface">
      <header className="flex min-h-11 flex-wrap items-center gap-x-4 border-line border-b px-4 py-1.5">
        <h2 className="font-semibold">{title}</h2>
        {aside ? <div className="ml-auto flex items-center gap-2">{aside}</div> : null}
      </header>
      <div className="p-4">{children}</div>
    </section>
  );
}
