import type * as signature from './signature.ts';

type Args = { logits: Float64Array | number[]; columns: number };

/** Both results, or the RangeError; and the logits, for the judge to hold against what they were. */
export function drive(solution: typeof signature, args: Args) {
  const logits = Float64Array.from(args.logits);
  return { answer: answerOf(solution, logits, args.columns), afterwards: { logits } };
}

function answerOf(solution: typeof signature, logits: Float64Array, columns: number): unknown {
  try {
    return solution.softmaxRows(logits, columns);
  } catch (error) {
    // A stack that overflows is a RangeError too, but not an answer.
    if (error instanceof RangeError && !error.message.includes('call stack')) return { error: 'RangeError' };
    throw error;
  }
}
