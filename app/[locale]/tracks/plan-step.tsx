import { Check, Circle, Code, MessageCircleQuestion, Minus, Repeat } from 'lucide-react';
import Link from 'next/link';
import { wayMessages } from '#app/_messages/ways.ts';
import { DifficultyBadge } from '#app/_ui/badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { PlannedStep } from './plan.ts';
import type { TaskState } from './standing.ts';

const marks = {
  done: { icon: Check, look: 'text-accent' },
  tried: { icon: Minus, look: 'text-warn' },
  new: { icon: Circle, look: 'text-line-strong' },
};
const kindIcons = { question: MessageCircleQuestion, problem: Code, practice: Repeat };

type Props = { locale: Locale; step: PlannedStep; state: TaskState };

export function PlanStep({ locale, step, state }: Props) {
  const t = wayMessages[locale];
  const { icon: Mark, look } = marks[state];
  const Kind = kindIcons[step.kind];
  const practice = step.kind === 'practice';
  return (
    <li className="relative flex gap-3 px-4 py-3.5 hover:bg-accent-soft">
      <Mark aria-hidden size={18} className={`mt-1 shrink-0 ${practice ? 'invisible' : look}`} />
      <div className="flex min-w-0 flex-col gap-1">
        <Link
          href={practice ? `/${locale}/practice` : `/${locale}/${step.kind}s/${step.slug}`}
          className="font-semibold text-lg after:absolute after:inset-0"
        >
          {practice ? t.practice : step.title}
        </Link>
        <p>{step.why}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
          <span className="inline-flex items-center gap-1.5">
            <Kind aria-hidden size={14} />
            {t.kinds[step.kind]}
          </span>
          {practice ? null : <DifficultyBadge locale={locale} difficulty={step.difficulty} />}
          {state === 'new' ? null : <span className="text-accent">{t[state]}</span>}
        </p>
      </div>
    </li>
  );
}
