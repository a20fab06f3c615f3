import type { GptqLayer, GptqState } from './signature.ts';

type Written<T> = { [Key in keyof T]: T[Key] extends Float64Array ? Float64Array | number[] : T[Key] };

/** As it is written in a case. */
export type Args = { state: Written<GptqState>; column: number } | { layer: Written<GptqLayer> };

/** With typed arrays of its own. */
export function stateOf(state: Written<GptqState>): GptqState {
  const { weights, inverse, scales } = state;
  return {
    ...state,
    weights: Float64Array.from(weights),
    inverse: Float64Array.from(inverse),
    scales: Float64Array.from(scales),
  };
}

/** With typed arrays of its own. */
export function layerOf(layer: Written<GptqLayer>): GptqLayer {
  const { weights, hessian, scales } = layer;
  return {
    ...layer,
    weights: Float64Array.from(weights),
    hessian: Float64Array.from(hessian),
    scales: Float64Array.from(scales),
  };
}
