export type PrunedTensors = {
  /** In the order in which they came. */
  tensors: Float32Array[];
  /** The largest magnitude that was pruned; null where nothing was. */
  threshold: number | null;
  /** The share of zeros in each tensor afterwards. */
  sparsities: number[];
};

/** Sets the smallest weights of all tensors but those of `keep` to zero, as many as `sparsity` says. */
export declare function pruneToSparsity(
  tensors: readonly Float32Array[],
  sparsity: number,
  keep: readonly number[],
): PrunedTensors;
