import type * as signature from './signature.ts';

type Args = { logits: Float64Array | number[]; options: signature.SamplingOptions; uniform: number };

/** What it answers, or the RangeError; and whether the logits are as they were. */
export function drive(solution: typeof signature, { logits, options, uniform }: Args) {
  const original = Float64Array.from(logits);
  const given = original.slice();
  const answer = answerOf(() => solution.sampleToken(given, Object.freeze(options), uniform));
  return { answer, unchanged: original.every((logit, i) => Object.is(logit, given[i])) };
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
