import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

const kinds: Record<'note' | 'pass' | 'fail' | 'warn', { look: string; icon: LucideIcon }> = {
  note: { look: 'border-accent/30 bg-accent-soft [&_svg]:text-accent', icon: Info },
  pass: { look: 'border-pass/30 bg-pass-soft [&_svg]:text-pass', icon: CircleCheck },
  fail: { look: 'border-fail/30 bg-fail-soft [&_svg]:text-fail', icon: OctagonAlert },
  warn: { look: 'border-warn/30 bg-warn-soft [&_svg]:text-warn', icon: TriangleAlert },
};

/** Something to be read before going on. Put it into a live region where it appears later. */
export function Notice({
  kind = 'note',
  title,
  children,
}: {
  kind?: keyof typeof kinds;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const { look, icon: Icon } = kinds[kind];
  return (
    <div className={classes('flex gap-3 rounded border p-3', look)}>
      <Icon aria-hidden size={18} className="mt-[3px] shrink-0" />
      <div className="min-w-0 grow">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
