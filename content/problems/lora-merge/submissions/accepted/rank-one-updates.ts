import type { Adapter, BaseWeight } from './signature.ts';

/** Adds one outer product after the other, to sums in float32; the last of the rank first. */
export function mergeLora(base: BaseWeight, adapters: readonly Adapter[]): Float32Array {
  const { in: inputs, out: outputs, values, transposed } = base;
  const sound = [inputs, outputs].every((size) => size > 0 && size % 1 === 0);
  if (!sound || values.length !== inputs * outputs) throw new RangeError('base');
  const merged = new Float32Array(values);
  const [byOutput, byInput] = transposed ? [1, outputs] : [inputs, 1];
  for (const { rank, alpha, a, b, weight = 1, scaling } of adapters) {
    if (!(rank > 0 && rank % 1 === 0)) throw new RangeError('rank');
    if (a.length / inputs !== rank || b.length / outputs !== rank) throw new RangeError('shape');
    if (!(Number.isFinite(alpha) && Number.isFinite(weight))) throw new RangeError('factor');
    const size = weight * alpha;
    const divisor = scaling === 'rslora' ? rank ** 0.5 : rank;
    for (let r = rank - 1; r >= 0; r--) {
      for (let o = 0; o < outputs; o++) {
        const up = (b[o * rank + r] * size) / divisor;
        for (let i = 0; i < inputs; i++) merged[o * byOutput + i * byInput] += up * a[r * inputs + i];
      }
    }
  }
  return merged;
}
