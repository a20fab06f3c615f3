import type * as signature from './signature.ts';

type Args = { logits: Float64Array | number[]; options: signature.SamplingOptions; uniform: number };

/** What it answers, or the RangeError; and logits and options, for the judge to hold against what they were. */
export function drive(solution: typeof signature, { options, uniform, ...args }: Args) {
  const logits = Float64Array.from(args.logits);
  const answer = answerOf(() => solution.sampleToken(logits, options, uniform));
  return { answer, afterwards: { logits, options } };
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
