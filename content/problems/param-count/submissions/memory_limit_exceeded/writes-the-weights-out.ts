import type { Layer } from './signature.ts';

// Makes every weight in order to count them.
export function countParameters(layers: readonly Layer[]): number {
  const weights: number[] = [];
  const rows: number[][] = [];
  for (const layer of layers) {
    if (layer.kind === 'dense') {
      for (let i = 0; i < layer.inFeatures; i++) rows.push(Array.from({ length: layer.outFeatures }, Math.random));
    } else if (layer.kind === 'embedding') {
      for (let i = 0; i < layer.vocabSize; i++) rows.push(Array.from({ length: layer.embeddingDim }, Math.random));
    } else if (layer.kind !== 'conv2d' && layer.kind !== 'multiHeadAttention') {
      weights.push(layer.features);
    }
  }
  return rows.reduce((sum, row) => sum + row.length, weights.length);
}
