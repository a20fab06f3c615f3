import type * as signature from './signature.ts';

type Tensor = { codes: Int8Array | number[]; scale: number; zeroPoint: number; bits: number };
type Args = { values: Float32Array | number[]; bits: number } | { tensor: Tensor };

/** What one of the two functions answers, or the RangeError; and whether what came in is as it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('tensor' in args) {
    const codes = Int8Array.from(args.tensor.codes);
    const given = Object.freeze({ ...args.tensor, codes: codes.slice() });
    return { values: solution.dequantize(given), unchanged: isSame(codes, given.codes) };
  }
  const values = Float32Array.from(args.values);
  const given = values.slice();
  const quantized = answerOf(() => solution.quantize(given, args.bits));
  return { quantized, unchanged: isSame(values, given) };
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
