import type { PrunedTensors } from './signature.ts';

// Looks for the smallest weight that is left, k times, and ten times over each time.
export function pruneToSparsity(
  tensors: readonly Float32Array[],
  sparsity: number,
  keep: readonly number[],
): PrunedTensors {
  if (!(sparsity >= 0 && sparsity <= 1)) throw new RangeError(`sparsity ${sparsity}`);
  if (keep.some((t) => !Number.isInteger(t) || t < 0 || t >= tensors.length)) throw new RangeError('no such tensor');
  if (tensors.some((tensor) => tensor.some((w) => Number.isNaN(w)))) throw new RangeError('a weight is NaN');
  const pruned = tensors.map((tensor) => tensor.slice());
  const kept = new Set(keep);
  const places: { t: number; i: number; size: number }[] = [];
  for (const [t, tensor] of pruned.entries()) {
    if (kept.has(t)) continue;
    for (const [i, w] of tensor.entries()) places.push({ t, i, size: Math.abs(w) });
  }
  const k = Math.round(sparsity * places.length);
  for (let done = 0; done < k; done++) {
    let least = done;
    for (let again = 0; again < 10; again++) {
      for (let next = done; next < places.length; next++) if (places[next].size < places[least].size) least = next;
    }
    places.splice(done, 0, ...places.splice(least, 1));
  }
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
