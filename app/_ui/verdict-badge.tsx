import {
  CircleCheck,
  CircleX,
  Clock,
  FileText,
  Hourglass,
  type LucideIcon,
  MemoryStick,
  TriangleAlert,
  Wrench,
  Zap,
} from 'lucide-react';
import type { Locale, SubmissionStatus, VerdictCode } from '#judge/verdict.ts';
import { verdictMessages } from '../_messages/verdicts.ts';
import { classes } from './classes.ts';

type Tone = 'pass' | 'fail' | 'warn' | 'wait';

const tones: Record<Tone, string> = {
  pass: 'border-pass/30 bg-pass-soft text-pass',
  fail: 'border-fail/30 bg-fail-soft text-fail',
  warn: 'border-warn/30 bg-warn-soft text-warn',
  wait: 'border-line bg-sunken text-ink-muted',
};

const faces: Record<VerdictCode, { tone: Tone; icon: LucideIcon }> = {
  AC: { tone: 'pass', icon: CircleCheck },
  WA: { tone: 'fail', icon: CircleX },
  TLE: { tone: 'fail', icon: Clock },
  MLE: { tone: 'fail', icon: MemoryStick },
  OLE: { tone: 'fail', icon: FileText },
  RTE: { tone: 'fail', icon: Zap },
  CE: { tone: 'warn', icon: TriangleAlert },
  JE: { tone: 'warn', icon: Wrench },
};

type Props = { locale: Locale; size?: 'small' | 'large' } & (
  | { verdict: VerdictCode }
  | { status: Exclude<SubmissionStatus, 'done'> }
);

/** A verdict, or where its submission stands: icon, word and colour together. */
export function VerdictBadge({ locale, size = 'small', ...rest }: Props) {
  const t = verdictMessages[locale];
  const judged = 'verdict' in rest;
  const { tone, icon: Icon } = judged ? faces[rest.verdict] : { tone: 'wait' as const, icon: Hourglass };
  return (
    <span
      className={classes(
        'inline-flex items-center whitespace-nowrap rounded border font-semibold',
        size === 'large' ? 'gap-2 px-3 py-1 text-lg' : 'gap-1.5 px-2 py-0.5 text-sm',
        tones[tone],
      )}
    >
      <Icon aria-hidden size={size === 'large' ? 20 : 15} className="shrink-0" />
      {judged ? t.codes[rest.verdict] : t.status[rest.status]}
    </span>
  );
}
