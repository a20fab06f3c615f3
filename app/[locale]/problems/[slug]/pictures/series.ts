import type { ToleranceRules } from '#content/problem.ts';
import { numberRule } from '#judge/check.ts';
import { decodePlain, type PlainData } from '#judge/plain-data.ts';

/** Numbers that belong together: a typed array, a list of numbers, or a matrix of lists of one length. */
export type Series = {
  path: string;
  values: number[];
  columns: number | null;
  kind: 'list' | 'floats' | 'integers';
};

/** Every series in plain-data text, in the order it is written. */
export function seriesOf(encoded: string): Series[] {
  return collect(decodePlain(encoded), '', null);
}

function collect(value: PlainData, path: string, shape: PlainData): Series[] {
  if (ArrayBuffer.isView(value))
    return [{ path, values: Array.from(value, Number), columns: columnsOf(shape), kind: kindOf(value) }];
  if (Array.isArray(value)) return collectList(value, path, shape);
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.hasOwn(value, 'shape') ? value['shape'] : null;
  return Object.entries(value)
    .filter(([key]) => key !== 'shape')
    .flatMap(([key, element]) => collect(element, path ? `${path}.${key}` : key, own));
}

function kindOf(array: object): 'floats' | 'integers' {
  return array instanceof Float32Array || array instanceof Float64Array ? 'floats' : 'integers';
}

function collectList(list: PlainData[], path: string, shape: PlainData): Series[] {
  if (list.length > 0 && list.every(isNumber))
    return [{ path, values: list, columns: columnsOf(shape), kind: 'list' }];
  const rows = list.filter(isRow);
  const columns = rows[0]?.length ?? 0;
  if (rows.length > 0 && rows.length === list.length && rows.every(({ length }) => length === columns))
    return [{ path, values: rows.flat(), columns, kind: 'list' }];
  return list.flatMap((element, i) => collect(element, `${path}[${i}]`, null));
}

function isNumber(value: PlainData): value is number {
  return typeof value === 'number';
}

function isRow(value: PlainData): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every(isNumber);
}

/** Of a matrix; null where a shape beside the numbers doesn't say. */
function columnsOf(shape: PlainData): number | null {
  if (!Array.isArray(shape) || shape.length !== 2) return null;
  const columns = shape[1];
  return typeof columns === 'number' && columns > 0 ? columns : null;
}

/** A failed sample: what went in, what should have come out and what did, as plain-data text, and how it was compared. */
export type Failed = { args: string; expected: string; output: string; tolerance: ToleranceRules };

/** What a picture is drawn from: a series that should be `expected` and is `actual`, and what it was made of. */
export type Compared = {
  path: string;
  /** As a right answer has it: rounded, where only the rounding is compared. */
  expected: number[];
  actual: number[];
  /** How far each element is off; 0 within the tolerance, infinite where one of the two is no finite number. */
  errors: number[];
  before: number[] | null;
  columns: number;
};

/** A row of this many is still read as a row. */
const longestRow = 16;

/**
 * The series of an output with what they should be, by the sample's tolerance, and with what they were made of: the weights
 * of a layer before they were pruned or quantized.
 */
export function compareSeries({ args, expected, output, tolerance }: Failed): Compared[] {
  const wanted = seriesOf(expected);
  const findOrigin = originsOf(seriesOf(args), wanted);
  const found = new Map(seriesOf(output).map((series) => [series.path, series]));
  return wanted.flatMap((series) => {
    const { path, values, columns } = series;
    const before = findOrigin(series);
    const actual = found.get(path)?.values;
    if (actual?.length !== values.length) return [];
    const width = columns ?? before?.columns ?? Math.min(values.length, longestRow);
    return [
      { path, actual, ...judged(series, actual, tolerance), before: before?.values ?? null, columns: width },
    ];
  });
}

function judged({ path, values, kind }: Series, actual: number[], tolerance: ToleranceRules) {
  const rule = numberRule(fieldOf(path), tolerance, kind === 'integers');
  return {
    expected: values.map(rule.answerOf),
    errors: values.map((value, i) => {
      const other = actual[i] ?? Number.NaN;
      if (rule.accepts(value, other)) return 0;
      const error = Math.abs(other - rule.answerOf(value));
      // NaN where NaN is wanted and not allowed is off, too.
      return error > 0 ? error : Number.POSITIVE_INFINITY;
    }),
  };
}

/** A path without indices, by which tolerances and failures name it. */
function fieldOf(path: string): string {
  return path.replace(/\[\d+\]/g, '').replace(/^\./, '');
}

/** The series that are off, those in which the comparison found the failure first. */
export function wrongSeries(failed: Failed, failing: string): Compared[] {
  const wrong = compareSeries(failed).filter(({ errors }) => errors.some((error) => error > 0));
  const isFailing = ({ path }: Compared) => fieldOf(path) === failing;
  return [...wrong.filter(isFailing), ...wrong.filter((compared) => !isFailing(compared))];
}

/**
 * Finds what a typed array was made of: the typed array of as many numbers that stands at its place in the input, with or
 * without `.values` behind it. Where no place is the same they are paired in order, which is how packages write weights.
 */
function originsOf(given: Series[], wanted: Series[]): (series: Series) => Series | null {
  const left = given.filter(isTyped);
  const fits = (a: Series, b: Series) => a.values.length === b.values.length;
  const atPlace = (series: Series) =>
    left.find((one) => fits(one, series) && [one.path, `${one.path}.values`].includes(series.path)) ?? null;
  const typed = wanted.filter(isTyped);
  if (typed.some(atPlace)) return (series) => (isTyped(series) ? atPlace(series) : null);
  return (series) => {
    const place = isTyped(series) ? left.findIndex((one) => fits(one, series)) : -1;
    return place === -1 ? null : (left.splice(place, 1)[0] ?? null);
  };
}

function isTyped({ kind }: Series): boolean {
  return kind !== 'list';
}

export type Range = { low: number; high: number };

/** From the least to the greatest of the finite values; [0, 1] where there is none. */
export function rangeOf(values: readonly number[]): Range {
  const range = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  // One by one: Math.min takes no hundred thousand arguments.
  for (const value of values.filter(Number.isFinite)) {
    range.low = Math.min(range.low, value);
    range.high = Math.max(range.high, value);
  }
  return range.low <= range.high ? range : { low: 0, high: 1 };
}

/** How many of `values` lie in each of `bins` parts of [low, high]; the last part has its upper end, too. */
export function histogram(
  values: readonly number[],
  { low, high, bins }: Range & { bins: number },
): number[] {
  const counts = new Array<number>(bins).fill(0);
  const width = (high - low) / bins || 1;
  for (const value of values.filter(Number.isFinite)) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - low) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
