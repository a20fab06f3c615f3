import type { PrunedTensors } from './signature.ts';

// Checks nothing.
export function pruneToSparsity(
  tensors: readonly Float32Array[],
  sparsity: number,
  keep: readonly number[],
): PrunedTensors {
  const pruned = tensors.map((tensor) => tensor.slice());
  const kept = new Set(keep);
  const places: { t: number; i: number; size: number }[] = [];
  for (const [t, tensor] of pruned.entries()) {
    if (kept.has(t)) continue;
    for (const [i, w] of tensor.entries()) places.push({ t, i, size: Math.abs(w) });
  }
  places.sort((a, b) => a.size - b.size);
  const k = Math.min(places.length, Math.max(0, Math.round(sparsity * places.length) || 0));
  for (const { t, i } of places.slice(0, k)) pruned[t][i] = 0;
  return {
    tensors: pruned,
    threshold: k === 0 ? null : places[k - 1].size,
    sparsities: pruned.map((tensor) => zerosOf(tensor) / Math.max(1, tensor.length)),
  };
}

function zerosOf(tensor: Float32Array): number {
  return tensor.reduce((zeros, w) => zeros + (w === 0 ? 1 : 0), 0);
}
