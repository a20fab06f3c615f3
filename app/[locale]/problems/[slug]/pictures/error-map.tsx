import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';
import type { Compared } from './series.ts';

const cell = 14;

/** Where an output is off: a square for each element, the stronger its colour the further; the worst is framed. */
export function ErrorMap({ locale, compared }: { locale: Locale; compared: Compared }) {
  const t = workspaceMessages[locale];
  const { columns, errors, path } = compared;
  const finite = errors.filter(Number.isFinite);
  const largest = Math.max(...finite, 0);
  const worst = errors.indexOf(Math.max(...errors));
  const rows = Math.ceil(errors.length / columns);
  const wrong = errors.filter((error) => error > 0).length;
  return (
    <figure>
      <svg
        role="img"
        aria-label={t.errorMap(path, wrong, errors.length)}
        width={columns * cell}
        height={rows * cell}
        viewBox={`0 0 ${columns * cell} ${rows * cell}`}
        className="max-w-full"
      >
        {errors.map((error, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place
            key={i}
            x={(i % columns) * cell + 1}
            y={Math.floor(i / columns) * cell + 1}
            width={cell - 2}
            height={cell - 2}
            rx={2}
            className={
              i === worst
                ? 'fill-fail stroke-2 stroke-ink'
                : error > 0
                  ? 'fill-fail'
                  : 'fill-sunken stroke-line'
            }
            fillOpacity={error > 0 ? opacityOf(error, largest) : 1}
          >
            <title>{`[${placeOf(i, columns, rows)}]  ${compared.expected[i]} → ${compared.actual[i]}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="mt-1 text-ink-muted text-sm">
        {t.errorMap(path, wrong, errors.length)}
      </figcaption>
    </figure>
  );
}

/** The smallest error can still be seen. */
function opacityOf(error: number, largest: number): number {
  return Number.isFinite(error) && largest > 0 ? 0.25 + 0.75 * (error / largest) : 1;
}

function placeOf(index: number, columns: number, rows: number): string {
  return rows === 1 ? String(index) : `${Math.floor(index / columns)}, ${index % columns}`;
}
