import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';
import { type Compared, histogram, type Range, rangeOf } from './series.ts';

const bins = 41;
const bar = 6;
const height = 36;

/** How values lie before, as they should lie after, and as they do: weights that were pruned, values that were quantized. */
export function Distribution({ locale, compared }: { locale: Locale; compared: Compared }) {
  const t = workspaceMessages[locale];
  const { before, expected, actual, path } = compared;
  // They share an axis where they are of one kind: what was quantized is integers of another size.
  const alike = before !== null && before.every(Number.isInteger) === expected.every(Number.isInteger);
  const after = rangeOf(alike ? [...before, ...expected, ...actual] : [...expected, ...actual]);
  return (
    <figure className="flex flex-col gap-2">
      {before ? (
        <Bars
          label={t.before}
          values={before}
          range={alike ? after : rangeOf(before)}
          colour="fill-ink-muted"
        />
      ) : null}
      <Bars label={t.expected} values={expected} range={after} colour="fill-pass" />
      <Bars label={t.yours} values={actual} range={after} colour="fill-fail" />
      <figcaption className="text-ink-muted text-sm">{t.distribution(path, expected.length)}</figcaption>
    </figure>
  );
}

type BarsProps = { label: string; values: number[]; range: Range; colour: string };

function Bars({ label, values, range, colour }: BarsProps) {
  const counts = histogram(values, { ...range, bins });
  const most = Math.max(...counts, 1);
  return (
    <div className="flex items-end gap-3">
      <span className="w-20 shrink-0 text-ink-muted text-sm">{label}</span>
      <div className="min-w-0">
        <svg
          aria-hidden="true"
          width={bins * bar}
          height={height}
          viewBox={`0 0 ${bins * bar} ${height}`}
          className="max-w-full border-line-strong border-b"
        >
          {counts.map((count, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={i}
              x={i * bar + 0.5}
              y={height - (count / most) * (height - 2)}
              width={bar - 1}
              height={(count / most) * (height - 2)}
              className={colour}
            />
          ))}
        </svg>
        <p className="flex justify-between font-mono text-ink-muted text-sm tabular-nums">
          <span>{shortOf(range.low)}</span>
          <span>{shortOf(range.high)}</span>
        </p>
      </div>
    </div>
  );
}

function shortOf(value: number): string {
  return String(Number(value.toPrecision(4)));
}
