import { progressMessages } from '#app/_messages/progress.ts';
import type { Locale } from '#judge/verdict.ts';

const width = 120;
const height = 28;
const margin = 2;

/** How many cards would have been recalled, week by week; told by its ends. */
export function Sparkline({ locale, values }: { locale: Locale; values: readonly number[] }) {
  const t = progressMessages[locale];
  // A line for one card is not as high as one for ten.
  const most = Math.max(3, ...values);
  const points = values.map((value, index) => {
    const x = margin + (index / Math.max(1, values.length - 1)) * (width - 2 * margin);
    const y = height - margin - (value / most) * (height - 2 * margin);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const written = (value: number | undefined) => (value ?? 0).toFixed(1);
  return (
    <svg
      role="img"
      aria-label={t.historyText(written(values[0]), written(values.at(-1)))}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="text-accent"
    >
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
