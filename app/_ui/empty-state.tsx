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
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 rounded border border-line border-dashed px-6 py-12 text-center">
      <Icon aria-hidden size={28} className="text-ink-muted" />
      <p className="font-semibold text-lg">{title}</p>
      {children ? <div className="max-w-measure text-ink-muted">{children}</div> : null}
      {action}
    </div>
  );
}
