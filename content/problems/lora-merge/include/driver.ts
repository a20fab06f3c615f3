import { type Args, layerOf } from './layer.ts';
import type * as signature from './signature.ts';

/** The merged weight, or the RangeError; and whether what came in is as it was. */
export function drive(solution: typeof signature, args: Args) {
  const { base, adapters } = layerOf(args);
  const original = layerOf(args);
  const merged = answerOf(() => solution.mergeLora(base, Object.freeze(adapters)));
  const unchanged =
    isSame(original.base.values, base.values) &&
    original.adapters.every(({ a, b }, i) => isSame(a, adapters[i]?.a) && isSame(b, adapters[i]?.b));
  return { merged, unchanged };
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

function isSame(expected: Float32Array, actual: ArrayLike<number> | undefined): boolean {
  return expected.length === actual?.length && expected.every((value, i) => Object.is(value, actual[i]));
}
