import type { CacheSpec } from './signature.ts';

// Checks nothing.
export function kvCacheBytes(model: CacheSpec, tokens: readonly number[]): number {
  const { layers, numHeads, kvHeads = numHeads, headDim, bits = 16, scaleGroup, window, pageTokens = 1 } = model;
  let places = 0;
  for (const count of tokens) {
    const kept = window === undefined ? count : Math.min(count, window);
    places += Math.ceil(kept / pageTokens) * pageTokens;
  }
  const scales = scaleGroup === undefined ? 0 : 2 * (headDim / scaleGroup);
  const vector = Math.ceil((headDim * bits) / 8) + scales;
  return layers * kvHeads * 2 * vector * places;
}
