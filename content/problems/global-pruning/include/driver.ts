import type * as signature from './signature.ts';

type Args = { tensors: (Float32Array | number[])[]; sparsity: number; keep: number[] };

/** What it answers, or the RangeError; and what came in, for the judge to hold against what it was. */
export function drive(solution: typeof signature, { tensors, sparsity, keep }: Args) {
  const given = tensors.map((tensor) => Float32Array.from(tensor));
  const answer = answerOf(() => solution.pruneToSparsity(given, sparsity, keep));
  return { answer, afterwards: { tensors: given, keep } };
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
