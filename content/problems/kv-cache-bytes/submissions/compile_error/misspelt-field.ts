import type { CacheSpec } from './signature.ts';

export function kvCacheBytes(model: CacheSpec, tokens: readonly number[]): number {
  return model.layers * model.keyHeads * model.headDim * 4 * tokens.length;
}
