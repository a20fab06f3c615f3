import type { CacheSpec } from './signature.ts';

/** The bytes that keys and values of all sequences take together. */
export function kvCacheBytes(model: CacheSpec, tokens: readonly number[]): number {
  const { layers, numHeads, headDim } = model;
  let total = 0;
  for (const count of tokens) total += layers * numHeads * headDim * count;
  // Bytes, the other fields and bad sizes are yours.
  return total;
}
