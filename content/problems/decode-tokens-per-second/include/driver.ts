import type * as signature from './signature.ts';

type Args = { model: signature.Model; machine: signature.Machine; contexts: number[] };

// Taken before the solution is evaluated.
const { freeze } = Object;

/** The step, or the RangeError. What comes in is frozen: who changes it gets a TypeError. */
export function drive(solution: typeof signature, { model, machine, contexts }: Args) {
  try {
    return solution.decodeStep(freeze(model), freeze(machine), freeze(contexts));
  } catch (error) {
    // A stack that overflows is a RangeError too, but not an answer.
    if (error instanceof RangeError && !error.message.includes('call stack')) return { error: 'RangeError' };
    throw error;
  }
}
