import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';
import { type Compared, rangeOf } from './series.ts';

const width = 260;
const height = 96;
const edge = 6;

/** The loss of each epoch, as it should fall and as it does. */
export function LossCurve({ locale, compared }: { locale: Locale; compared: Compared }) {
  const t = workspaceMessages[locale];
  const { expected, actual } = compared;
  // Down to zero, where a loss would like to be.
  const { low, high } = rangeOf([0, ...expected, ...actual]);
  const place = (values: number[]) =>
    values
      .map((value, i) => ({ value, x: edge + (i / Math.max(1, values.length - 1)) * (width - 2 * edge) }))
      .filter(({ value }) => Number.isFinite(value))
      .map(({ value, x }) => ({
        x,
        y: height - edge - ((value - low) / (high - low || 1)) * (height - 2 * edge),
      }));
  return (
    <figure>
      <svg
        role="img"
        aria-label={t.lossCurve(expected.length)}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className="max-w-full border-line-strong border-b border-l"
      >
        <Line points={place(expected)} className="stroke-pass" dashed />
        <Line points={place(actual)} className="stroke-fail" />
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-4 text-ink-muted text-sm">
        <span>{t.lossCurve(expected.length)}</span>
        <span>
          <span aria-hidden="true" className="text-pass">
            ╌╌{' '}
          </span>
          {t.expected}
        </span>
        <span>
          <span aria-hidden="true" className="text-fail">
            ──{' '}
          </span>
          {t.yours}
        </span>
      </figcaption>
    </figure>
  );
}

type Point = { x: number; y: number };

function Line({
  points,
  className,
  dashed = false,
}: {
  points: Point[];
  className: string;
  dashed?: boolean;
}) {
  return (
    <polyline
      points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
      className={`fill-none stroke-2 ${className}`}
      strokeDasharray={dashed ? '4 3' : undefined}
    />
  );
}
