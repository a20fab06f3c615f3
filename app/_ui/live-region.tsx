import type { ReactNode } from 'react';

/** Has to be on the page before what it tells. `assertive` interrupts: for a verdict, nothing less. */
export function LiveRegion({
  assertive = false,
  hidden = false,
  children,
}: {
  assertive?: boolean;
  hidden?: boolean;
  children?: ReactNode;
}) {
  return (
    <div aria-live={assertive ? 'assertive' : 'polite'} className={hidden ? 'sr-only' : undefined}>
      {children}
    </div>
  );
}
