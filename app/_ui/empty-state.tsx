import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here yet: why, and what to do about it. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  /** Words, or a heading where this is the whole page. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 rounded border border-line border-dashed px-6 py-12 text-center">
      <Icon aria-hidden size={28} className="text-ink-muted" />
      <div className="font-semibold text-lg">{title}</div>
      {children ? <div className="max-w-measure text-ink-muted">{children}</div> : null}
      {action}
    </div>
  );
}
