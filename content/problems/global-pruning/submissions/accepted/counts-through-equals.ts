import type { PrunedTensors } from './signature.ts';

/** Sorts magnitudes alone, then goes through the tensors and counts those that equal the last one to go. */
export function pruneToSparsity(
  tensors: readonly Float32Array[],
  sparsity: number,
  keep: readonly number[],
): PrunedTensors {
  if (Number.isNaN(sparsity) || sparsity < 0 || sparsity > 1) throw new RangeError('sparsity');
  const indices = new Set(tensors.keys());
  for (const index of keep) if (!indices.has(index)) throw new RangeError('keep');
  for (const tensor of tensors) for (const w of tensor) if (w !== w) throw new RangeError('NaN');

  const n = tensors.reduce((sum, tensor, t) => sum + (keep.includes(t) ? 0 : tensor.length), 0);
  const sizes = new Float32Array(n);
  let filled = 0;
  tensors.forEach((tensor, t) => {
    if (keep.includes(t)) return;
    sizes.set(tensor.map((w) => Math.abs(w)), filled);
    filled += tensor.length;
  });
  sizes.sort();
  const k = Math.round(sparsity * n);
  const threshold = k > 0 ? sizes[k - 1] : null;
  let equalsLeft = k - sizes.findIndex((size) => size === threshold);

  const result = tensors.map((tensor, t) => {
    if (threshold === null || keep.includes(t)) return Float32Array.from(tensor);
    return Float32Array.from(tensor, (w) => {
      const size = Math.abs(w);
      if (size > threshold) return w;
      if (size < threshold) return 0;
      return equalsLeft-- > 0 ? 0 : w;
    });
  });
  const sparsities = result.map((tensor) => {
    let zeros = 0;
    for (const w of tensor) if (w === 0) zeros++;
    return tensor.length > 0 ? zeros / tensor.length : 0;
  });
  return { tensors: result, threshold, sparsities };
}
