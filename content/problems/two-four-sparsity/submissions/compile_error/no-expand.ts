import type { Compressed } from './signature.ts';

export function compress(weights: Float32Array, columns: number): Compressed {
  return { values: weights.filter((w) => w !== 0), metadata: new Uint8Array(weights.length / 8), columns };
}
