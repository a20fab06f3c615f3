import { CircleCheck, CircleX } from 'lucide-react';
import { classes } from '../../../_ui/classes.ts';

/** Right or not: icon, word and colour together. */
export function Outcome({ right, children }: { right: boolean; children: string }) {
  const Icon = right ? CircleCheck : CircleX;
  return (
    <p className={classes('inline-flex items-center gap-2 font-semibold', right ? 'text-pass' : 'text-fail')}>
      <Icon aria-hidden size={18} className="shrink-0" />
      {children}
    </p>
  );
}
