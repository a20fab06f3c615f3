import type * as signature from './signature.ts';
import { type Args, layerOf, stateOf } from './written.ts';

/** A step or a layer, or the RangeError; and whether what came in is as it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('state' in args) {
    const state = stateOf(args.state);
    const step = answerOf(() => solution.gptqStep(state, args.column));
    const { weights, inverse, scales } = stateOf(args.state);
    const unchanged =
      isSame(weights, state.weights) && isSame(inverse, state.inverse) && isSame(scales, state.scales);
    return { step, unchanged };
  }
  const layer = layerOf(args.layer);
  const result = answerOf(() => solution.gptq(layer));
  const { weights, hessian, scales } = layerOf(args.layer);
  const unchanged =
    isSame(weights, layer.weights) && isSame(hessian, layer.hessian) && isSame(scales, layer.scales);
  return { result, unchanged };
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

function isSame(expected: Float64Array, actual: ArrayLike<number>): boolean {
  return expected.length === actual.length && expected.every((value, i) => Object.is(value, actual[i]));
}
