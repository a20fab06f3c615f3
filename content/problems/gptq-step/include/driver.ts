import type * as signature from './signature.ts';
import { type Args, layerOf, stateOf } from './written.ts';

/** A step or a layer, or the RangeError; and what came in, for the judge to hold against what it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('state' in args) {
    const state = stateOf(args.state);
    return { step: answerOf(() => solution.gptqStep(state, args.column)), afterwards: state };
  }
  const layer = layerOf(args.layer);
  return { result: answerOf(() => solution.gptq(layer)), afterwards: layer };
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
