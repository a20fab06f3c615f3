import type * as signature from './signature.ts';

type Tensor = { codes: Int8Array | number[]; scale: number; zeroPoint: number; bits: number };
type Args = { values: Float32Array | number[]; bits: number } | { tensor: Tensor };

/** What one of the two functions answers, or the RangeError; and what came in, for the judge to hold against what it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('tensor' in args) {
    const tensor = { ...args.tensor, codes: Int8Array.from(args.tensor.codes) };
    return { values: solution.dequantize(tensor), afterwards: tensor };
  }
  const values = Float32Array.from(args.values);
  const quantized = answerOf(() => solution.quantize(values, args.bits));
  return { quantized, afterwards: { values } };
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
