import type * as signature from './signature.ts';

type Args = { model: signature.CacheSpec; tokens: number[] };

// Taken before the solution is evaluated.
const { freeze } = Object;

/** The bytes, or the RangeError. What comes in is frozen: who changes it gets a TypeError. */
export function drive(solution: typeof signature, { model, tokens }: Args) {
  try {
    return solution.kvCacheBytes(freeze(model), freeze(tokens));
  } catch (error) {
    // A stack that overflows is a RangeError too, but not an answer.
    if (error instanceof RangeError && !error.message.includes('call stack')) return { error: 'RangeError' };
    throw error;
  }
}
