import type * as signature from './signature.ts';

type Args = { tensors: (Float32Array | number[])[]; sparsity: number; keep: number[] };

/** What it answers, or the RangeError; and whether the tensors are as they were. */
export function drive(solution: typeof signature, { tensors, sparsity, keep }: Args) {
  const original = tensors.map((tensor) => Float32Array.from(tensor));
  const given = original.map((tensor) => tensor.slice());
  const answer = answerOf(() => solution.pruneToSparsity(given, sparsity, Object.freeze(keep)));
  const unchanged =
    given.length === original.length && original.every((tensor, t) => isSame(tensor, given[t] ?? []));
  return { answer, unchanged };
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

function isSame(expected: Float32Array, actual: ArrayLike<number>): boolean {
  return expected.length === actual.length && expected.every((value, i) => Object.is(value, actual[i]));
}
