import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** Code or output in a frame that scrolls, by keyboard too. */
export function Scrolled({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={classes('overflow-auto rounded border border-line bg-sunken px-3 py-2', className)}
    >
      <pre className="text-sm">
        <code>{children}</code>
      </pre>
    </section>
  );
}
