import type { ReactNode } from 'react';

type Props = { id: string; title: string; lead?: string; children: ReactNode };

/** A titled part of a question's page, with an address of its own. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div>
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead === undefined ? null : <p className="text-ink-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
