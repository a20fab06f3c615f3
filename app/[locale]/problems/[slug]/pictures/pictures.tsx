import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { PublicSample } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { Distribution } from './distribution.tsx';
import { ErrorMap } from './error-map.tsx';
import { LossCurve } from './loss-curve.tsx';
import { type Compared, wrongSeries } from './series.ts';

/** Squares beyond this are too many to tell one from another. */
const mostSquares = 1024;
/** Fewer values than this are read in the table at a glance. */
const fewestForDistribution = 6;
const mostPictures = 3;

type Props = {
  locale: Locale;
  sample: Pick<PublicSample, 'args' | 'expected' | 'tolerance'>;
  output: string;
  /** The field in which the comparison found the failure. */
  failing: string;
};

/** What a failed sample looks like: the series that are off, as pictures. Nothing where there is nothing to draw. */
export function Pictures({ locale, sample, output, failing }: Props) {
  const { args, expected, tolerance } = sample;
  const wrong = wrongSeries({ args, expected, output, tolerance }, failing)
    .filter((compared) => compared.expected.length > 1)
    .slice(0, mostPictures);
  if (wrong.length === 0) return null;
  return (
    <section aria-label={workspaceMessages[locale].pictures} className="flex flex-col gap-5">
      {wrong.map((compared) => (
        <Picture key={compared.path} locale={locale} compared={compared} />
      ))}
    </section>
  );
}

function Picture({ locale, compared }: { locale: Locale; compared: Compared }) {
  if (/(^|\.)loss(es)?$/.test(compared.path)) return <LossCurve locale={locale} compared={compared} />;
  const { length } = compared.expected;
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
      {length <= mostSquares ? <ErrorMap locale={locale} compared={compared} /> : null}
      {length >= fewestForDistribution ? <Distribution locale={locale} compared={compared} /> : null}
    </div>
  );
}
