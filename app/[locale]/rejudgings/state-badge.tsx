import { Check, CircleDashed, type LucideIcon, Undo2 } from 'lucide-react';
import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { Badge } from '#app/_ui/badge.tsx';
import type { Locale } from '#judge/verdict.ts';

type State = keyof (typeof rejudgingMessages)['en']['states'];
const icons: Record<State, LucideIcon> = { open: CircleDashed, applied: Check, discarded: Undo2 };

export function StateBadge({ locale, state }: { locale: Locale; state: string }) {
  const known: State = state === 'applied' || state === 'discarded' ? state : 'open';
  const Icon = icons[known];
  return (
    <Badge>
      <Icon aria-hidden size={14} />
      {rejudgingMessages[locale].states[known]}
    </Badge>
  );
}
