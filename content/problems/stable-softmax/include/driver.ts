import type * as signature from './signature.ts';

type Args = { logits: Float64Array | number[]; columns: number };

/** Both results, or the RangeError; and whether the logits are as they were. */
export function drive(solution: typeof signature, { logits, columns }: Args) {
  const original = Float64Array.from(logits);
  const given = original.slice();
  const answer = answerOf(solution, given, columns);
  return { answer, unchanged: original.every((logit, i) => Object.is(logit, given[i])) };
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
