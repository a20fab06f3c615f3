import type { Adapter, BaseWeight } from './signature.ts';

// Keeps fifty weights for every element.
export function mergeLora(base: BaseWeight, adapters: readonly Adapter[]): Float32Array {
  check(base, adapters);
  const merged = Float64Array.from(base.values);
  for (const adapter of adapters) {
    const { rank, alpha, a, b, weight = 1, scaling = 'standard' } = adapter;
    const factor = weight * (scaling === 'rslora' ? alpha / Math.sqrt(rank) : alpha / rank);
    for (let o = 0; o < base.out; o++) {
      for (let i = 0; i < base.in; i++) {
        const terms = new Array<number>(50 * base.out * base.in).fill(o + i + 0.5);
        kept.push(terms);
        let sum = 0;
        for (let r = 0; r < rank; r++) sum += b[o * rank + r] * a[r * base.in + i];
        merged[base.transposed ? i * base.out + o : o * base.in + i] += factor * sum;
      }
    }
  }
  return Float32Array.from(merged);
}

const kept: number[][] = [];

function check(base: BaseWeight, adapters: readonly Adapter[]): void {
  for (const size of [base.in, base.out, ...adapters.map(({ rank }) => rank)]) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`size ${size}`);
  }
  if (base.values.length !== base.in * base.out) throw new RangeError('weight');
  for (const { rank, alpha, a, b, weight = 1 } of adapters) {
    if (a.length !== rank * base.in || b.length !== base.out * rank) throw new RangeError('adapter');
    if (!Number.isFinite(alpha) || !Number.isFinite(weight)) throw new RangeError('factor');
  }
}
