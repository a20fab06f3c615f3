import type { ReactNode } from 'react';

/** For who has no script, and so no way to check an answer: closed until asked for. */
export function Solution({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="awaits-script hidden">
      <summary className="font-semibold text-accent">{label}</summary>
      <div className="mt-2 flex flex-col gap-2">{children}</div>
    </details>
  );
}
