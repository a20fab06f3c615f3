import type * as signature from './signature.ts';

type Numbers = Float32Array | number[];
type Args =
  | { weights: Numbers; columns: number }
  | { packed: { values: Numbers; metadata: Uint8Array | number[]; columns: number } };

/** The packing, or the matrix of a packing, or the RangeError; and whether what came in is as it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('weights' in args) {
    const weights = Float32Array.from(args.weights);
    const given = weights.slice();
    const packed = answerOf(() => solution.compress(given, args.columns));
    return { packed, unchanged: isSame(weights, given) };
  }
  const values = Float32Array.from(args.packed.values);
  const metadata = Uint8Array.from(args.packed.metadata);
  const given = { values: values.slice(), metadata: metadata.slice(), columns: args.packed.columns };
  const weights = answerOf(() => solution.expand(given));
  return { weights, unchanged: isSame(values, given.values) && isSame(metadata, given.metadata) };
}

function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    // A stack that overflows is a RangeError too, but not an answer.
    if (error instanceof RangeError && !error.message.includes('call stack')) return { error: 'RangeError' };
    throw error;
  }
}

function isSame(expected: ArrayLike<number>, actual: ArrayLike<number>): boolean {
  return (
    expected.length === actual.length && Array.from(expected).every((value, i) => Object.is(value, actual[i]))
  );
}
