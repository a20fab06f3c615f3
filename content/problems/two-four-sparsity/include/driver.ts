import type * as signature from './signature.ts';

type Numbers = Float32Array | number[];
type Args =
  | { weights: Numbers; columns: number }
  | { packed: { values: Numbers; metadata: Uint8Array | number[]; columns: number } };

/** The packing, or the matrix of a packing, or the RangeError; and what came in, for the judge to hold against what it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('weights' in args) {
    const weights = Float32Array.from(args.weights);
    const packed = answerOf(() => solution.compress(weights, args.columns));
    return { packed, afterwards: { weights } };
  }
  const { values, metadata, columns } = args.packed;
  const given = { values: Float32Array.from(values), metadata: Uint8Array.from(metadata), columns };
  return { weights: answerOf(() => solution.expand(given)), afterwards: given };
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
