import type { Adapter, BaseWeight } from './signature.ts';

export function mergeLora(base: BaseWeight, adapters: readonly Adapter[]): Float32Array {
  return base.values.map((w, i) => w + adapters.reduce((sum, { A, B }) => sum + A[i] * B[i], 0));
}
