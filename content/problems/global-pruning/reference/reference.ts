type Args = { tensors: (Float32Array | number[])[]; sparsity: number; keep: number[] };

/** Finds the magnitude at which to cut, prunes all below it, and as many that equal it as are wanted still. */
export function reference({ tensors, sparsity, keep }: Args) {
  const afterwards = { tensors: tensors.map((tensor) => Float32Array.from(tensor)), keep };
  const copies = afterwards.tensors.map((tensor) => tensor.slice());
  const bad =
    !(sparsity >= 0 && sparsity <= 1) ||
    keep.some((index) => !Number.isInteger(index) || index < 0 || index >= copies.length) ||
    copies.some((tensor) => tensor.some(Number.isNaN));
  if (bad) return { answer: { error: 'RangeError' }, afterwards };

  const open = copies.filter((_, index) => !keep.includes(index));
  const sizes = Float32Array.from(open.flatMap((tensor) => [...tensor].map(Math.abs))).sort();
  const count = Math.round(sparsity * sizes.length);
  const threshold = count === 0 ? null : (sizes[count - 1] ?? 0);
  if (threshold !== null)
    cut(open, { threshold, equals: count - sizes.filter((size) => size < threshold).length });
  return { answer: { tensors: copies, threshold, sparsities: copies.map(shareOfZeros) }, afterwards };
}

/** What is below the threshold goes, and the first `equals` of those that equal it. */
function cut(tensors: Float32Array[], { threshold, equals }: { threshold: number; equals: number }): void {
  let left = equals;
  for (const tensor of tensors) {
    for (const [i, weight] of tensor.entries()) {
      const size = Math.abs(weight);
      if (size === threshold) left -= 1;
      if (size < threshold || (size === threshold && left >= 0)) tensor[i] = 0;
    }
  }
}

function shareOfZeros(tensor: Float32Array): number {
  return tensor.length === 0 ? 0 : tensor.filter((weight) => weight === 0).length / tensor.length;
}
