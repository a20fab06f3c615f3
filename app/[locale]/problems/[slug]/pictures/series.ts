import { decodePlain, type PlainData } from '#judge/plain-data.ts';

/** Numbers that belong together: a typed array, a list of numbers, or a matrix of lists of one length. */
export type Series = { path: string; values: number[]; columns: number | null; typed: boolean };

/** Every series in plain-data text, in the order it is written. */
export function seriesOf(encoded: string): Series[] {
  return collect(decodePlain(encoded), '', null);
}

function collect(value: PlainData, path: string, shape: PlainData): Series[] {
  if (ArrayBuffer.isView(value))
    return [{ path, values: Array.from(value, Number), columns: columnsOf(shape), typed: true }];
  if (Array.isArray(value)) return collectList(value, path, shape);
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.hasOwn(value, 'shape') ? value['shape'] : null;
  return Object.entries(value)
    .filter(([key]) => key !== 'shape')
    .flatMap(([key, element]) => collect(element, path ? `${path}.${key}` : key, own));
}

function collectList(list: PlainData[], path: string, shape: PlainData): Series[] {
  if (list.length > 0 && list.every(isNumber))
    return [{ path, values: list, columns: columnsOf(shape), typed: false }];
  const rows = list.filter(isRow);
  const columns = rows[0]?.length ?? 0;
  if (rows.length > 0 && rows.length === list.length && rows.every(({ length }) => length === columns))
    return [{ path, values: rows.flat(), columns, typed: false }];
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

/** What a picture is drawn from: a series that should be `expected` and is `actual`, and what it was made of. */
export type Compared = {
  path: string;
  expected: number[];
  actual: number[];
  before: number[] | null;
  columns: number;
};

/** A row of this many is still read as a row. */
const longestRow = 16;

/**
 * The series of an output with what they should be. A typed array has also what it was made of, the weights of a layer before
 * they were pruned: a typed array of as many numbers in the input, paired in order, which is how packages write them.
 */
export function compareSeries(texts: { args: string; expected: string; output: string }): Compared[] {
  const given = seriesOf(texts.args).filter(({ typed }) => typed);
  const actual = new Map(seriesOf(texts.output).map((series) => [series.path, series]));
  return seriesOf(texts.expected).flatMap(({ path, values: expected, columns, typed }) => {
    const origin = typed ? given.findIndex(({ values }) => values.length === expected.length) : -1;
    const before = origin === -1 ? null : (given.splice(origin, 1)[0] ?? null);
    const found = actual.get(path)?.values;
    if (found?.length !== expected.length) return [];
    const width = columns ?? before?.columns ?? Math.min(expected.length, longestRow);
    return [{ path, expected, actual: found, before: before?.values ?? null, columns: width }];
  });
}

/** `|actual − expected|` of each element; infinite where one of the two is no finite number and they are not the same. */
export function errorsOf({ expected, actual }: Pick<Compared, 'expected' | 'actual'>): number[] {
  return expected.map((value, i) => {
    const other = actual[i] ?? Number.NaN;
    if (Object.is(value, other)) return 0;
    const error = Math.abs(other - value);
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
  });
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
