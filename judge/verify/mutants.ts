import { asTypedArray, type PlainData, type TypedArray, typedArrayName } from '../plain-data.ts';

/** A wrong answer that nobody had to write: what it makes of a right output, or answers in its place. */
export type Mutant = { name: string; mutate(output: PlainData, args: PlainData): PlainData };

/** Each must be rejected by every group in which its answer differs from the right one. */
export const mutants: Mutant[] = [
  { name: 'returns nothing', mutate: () => undefined },
  { name: 'returns its input', mutate: (_output, args) => args },
  { name: 'returns zeros', mutate: onNumbers(() => 0) },
  { name: 'returns NaN', mutate: onNumbers(() => Number.NaN) },
  { name: 'returns text for numbers', mutate: onLeaves((leaf) => (isNumeric(leaf) ? `${leaf}` : leaf)) },
  {
    name: 'returns one element less',
    mutate: onArrays({ plain: (array) => array.slice(0, -1), typed: (array) => array.slice(0, -1) }),
  },
  {
    name: 'returns its elements in reverse',
    mutate: onArrays({ plain: (array) => array.toReversed(), typed: (array) => array.toReversed() }),
  },
  { name: 'returns its matrices transposed', mutate: transposed },
  { name: 'returns another dtype', mutate: onLeaves(retyped) },
  { name: 'leaves out a key', mutate: withoutLastKey },
];

/** An answer that was right before it was rounded to half precision. */
export const halfPrecision: Mutant = {
  name: 'computes in float16',
  mutate: onNumbers((value) => (Number.isInteger(value) ? value : Math.f16round(value))),
};

/**
 * Mutates an output but for what came in, which a driver gives back as `afterwards`: a mutant that spoilt that too would
 * die of it, whatever the rest is compared by.
 */
export function sparingInputs(output: PlainData, mutate: (answer: PlainData) => PlainData): PlainData {
  if (!isRecord(output) || !Object.hasOwn(output, 'afterwards')) return mutate(output);
  const { afterwards, ...answer } = output;
  const mutated = mutate(answer);
  return isRecord(mutated) ? { ...mutated, afterwards } : mutated;
}

type Leaf = Exclude<PlainData, PlainData[] | { [key: string]: PlainData }>;
type Change = { leaf(leaf: Leaf): PlainData; array(array: PlainData[]): PlainData[] };

const keepArray: Change['array'] = (array) => array;

function onNumbers(change: (value: number) => number): Mutant['mutate'] {
  return onLeaves((leaf) => {
    if (typeof leaf === 'number') return change(leaf);
    const array = asTypedArray(leaf);
    return array ? array.map(change) : leaf;
  });
}

function onLeaves(leaf: Change['leaf']): Mutant['mutate'] {
  return (output) => changed(output, { leaf, array: keepArray });
}

function onArrays(change: {
  plain(array: PlainData[]): PlainData[];
  typed(array: TypedArray): TypedArray;
}): Mutant['mutate'] {
  const leaf = (value: Leaf) => {
    const array = asTypedArray(value);
    return array ? change.typed(array) : value;
  };
  return (output) => changed(output, { leaf, array: change.plain });
}

function changed(value: PlainData, change: Change): PlainData {
  if (Array.isArray(value)) return change.array(value.map((element) => changed(element, change)));
  if (!isRecord(value)) return change.leaf(value);
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, changed(element, change)]));
}

function isRecord(value: PlainData): value is { [key: string]: PlainData } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function isNumeric(leaf: Leaf): leaf is number | bigint {
  return typeof leaf === 'number' || typeof leaf === 'bigint';
}

function retyped(leaf: Leaf): PlainData {
  const array = asTypedArray(leaf);
  if (!array) return leaf;
  const values = Array.from(array);
  return typedArrayName(array) === 'Float64Array' ? new Float32Array(values) : new Float64Array(values);
}

function withoutLastKey(output: PlainData): PlainData {
  return isRecord(output) ? Object.fromEntries(Object.entries(output).slice(0, -1)) : output;
}

/** Rows of numbers become columns; so do the numbers of a tensor whose shape stands beside them. */
function transposed(value: PlainData): PlainData {
  if (Array.isArray(value)) return isMatrix(value) ? columns(value) : value.map(transposed);
  if (!isRecord(value)) return value;
  const { shape } = value;
  const entries = Object.entries(value).map(([key, element]) => {
    const array = asTypedArray(element);
    if (!(array && isFlatMatrix(shape, array.length))) return [key, transposed(element)] as const;
    const [rows, width] = shape;
    return [key, array.map((_, i) => array[(i % rows) * width + Math.floor(i / rows)] ?? 0)] as const;
  });
  return Object.fromEntries(entries);
}

function isMatrix(value: PlainData[]): value is number[][] {
  const [first] = value;
  const width = Array.isArray(first) ? first.length : 0;
  return (
    width > 0 &&
    value.every(
      (row) =>
        Array.isArray(row) && row.length === width && row.every((element) => typeof element === 'number'),
    )
  );
}

function columns(rows: number[][]): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}

function isFlatMatrix(shape: PlainData, length: number): shape is [number, number] {
  if (!Array.isArray(shape) || shape.length !== 2) return false;
  const [rows, width] = shape;
  return typeof rows === 'number' && typeof width === 'number' && rows * width === length;
}
