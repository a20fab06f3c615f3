import type { PrunedTensors } from './signature.ts';

/** Sets the smallest weights of all tensors but those of `keep` to zero, as many as `sparsity` says. */
export function pruneToSparsity(
  tensors: readonly Float32Array[],
  sparsity: number,
  keep: readonly number[],
): PrunedTensors {
  const pruned = tensors.map((tensor) => tensor.slice());
  return { tensors: pruned, threshold: null, sparsities: pruned.map(() => 0) };
}
