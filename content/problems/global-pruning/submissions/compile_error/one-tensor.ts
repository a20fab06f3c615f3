import type { PrunedTensors } from './signature.ts';

export function pruneToSparsity(tensor: Float32Array, sparsity: number): PrunedTensors {
  const sorted = tensor.map(Math.abs).sort();
  const threshold = sorted[Math.round(sparsity * sorted.length) - 1];
  return { tensors: [tensor.map((w) => (Math.abs(w) <= threshold ? 0 : w))], threshold, sparsities: [sparsity] };
}
