import type { CacheSpec } from './signature.ts';

// Counts every bit of every byte by itself.
export function kvCacheBytes(model: CacheSpec, tokens: readonly number[]): number {
  const { layers, numHeads, kvHeads = numHeads, headDim, bits = 16, scaleGroup, window, pageTokens = 1 } = model;
  const sizes = [layers, numHeads, kvHeads, headDim, scaleGroup ?? 1, window ?? 1, pageTokens];
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new RangeError('a size is not a positive integer');
  if (![4, 8, 16, 32].includes(bits)) throw new RangeError(`${bits} bits`);
  if (numHeads % kvHeads !== 0) throw new RangeError('heads do not divide');
  if (scaleGroup !== undefined && headDim % scaleGroup !== 0) throw new RangeError('groups do not divide');
  let places = 0;
  for (const count of tokens) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} tokens`);
    const kept = window === undefined ? count : Math.min(count, window);
    places += Math.ceil(kept / pageTokens) * pageTokens;
  }
  const scales = scaleGroup === undefined ? 0 : 2 * (headDim / scaleGroup);
  const vector = Math.ceil((headDim * bits) / 8) + scales;
  let total = 0;
  for (let rest = layers * kvHeads * 2 * vector * places; rest > 0; rest--) {
    for (let bit = 0; bit < 8; bit++) total += 1 / 8;
  }
  return total;
}
