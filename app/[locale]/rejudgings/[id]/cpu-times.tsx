import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { languageTags } from '#app/_ui/languages.ts';
import type { Locale } from '#judge/verdict.ts';
import type { CpuRatio } from '#prisma/rejudging-preview.ts';

/** CPU time now against before: what a faster judge, or a slower one, shows by. */
export function CpuTimes({ locale, cpu }: { locale: Locale; cpu: CpuRatio }) {
  const t = rejudgingMessages[locale];
  const percent = (ratio: number) =>
    new Intl.NumberFormat(languageTags[locale], { style: 'percent', maximumFractionDigits: 0 }).format(ratio);
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold text-2xl tabular-nums">{percent(cpu.median)}</p>
      <p>{t.cpuText(cpu.compared)}</p>
      <p className="text-ink-muted text-sm">{t.cpuSpread(percent(cpu.p10), percent(cpu.p90))}</p>
    </div>
  );
}
