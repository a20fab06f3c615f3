import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded border border-line border-b-2 bg-sunken px-1.5 text-center text-ink-muted text-sm">
      {children}
    </kbd>
  );
}
