import { type Args, layerOf } from '../include/layer.ts';
import type { Adapter, BaseWeight } from '../include/signature.ts';

/** In double, one element of the weight after the other, over all adapters. */
export function reference(args: Args) {
  const { base, adapters } = layerOf(args);
  const afterwards = { base, adapters };
  if (!isValid(base, adapters)) return { merged: { error: 'RangeError' }, afterwards };
  const merged = base.values.map((value, place) => {
    const [row, column] = [
      Math.floor(place / (base.transposed ? base.out : base.in)),
      place % (base.transposed ? base.out : base.in),
    ];
    const [output, input] = base.transposed ? [column, row] : [row, column];
    return adapters.reduce((sum, adapter) => sum + entry(adapter, { output, input, width: base.in }), value);
  });
  return { merged, afterwards };
}

/** Of `weight · s · B A`. */
function entry(
  { rank, alpha, a, b, weight = 1, scaling = 'standard' }: Adapter,
  { output, input, width }: { output: number; input: number; width: number },
): number {
  const terms = Array.from(
    { length: rank },
    (_, r) => (b[output * rank + r] ?? 0) * (a[r * width + input] ?? 0),
  );
  const scale = alpha / (scaling === 'rslora' ? Math.sqrt(rank) : rank);
  return weight * scale * terms.reduce((sum, term) => sum + term, 0);
}

function isValid(base: BaseWeight, adapters: Adapter[]): boolean {
  const isSize = (size: number) => Number.isInteger(size) && size > 0;
  if (!isSize(base.in) || !isSize(base.out) || base.values.length !== base.in * base.out) return false;
  return adapters.every(
    ({ rank, alpha, a, b, weight = 1 }) =>
      isSize(rank) &&
      a.length === rank * base.in &&
      b.length === base.out * rank &&
      Number.isFinite(alpha) &&
      Number.isFinite(weight),
  );
}
