import type { Layer } from './signature.ts';

// Checks nothing.
export function countParameters(layers: readonly Layer[]): number {
  let total = 0;
  for (const layer of layers) total += countOf(layer);
  return total;
}

function countOf(layer: Layer): number {
  switch (layer.kind) {
    case 'dense': {
      const { inFeatures, outFeatures, bias = true } = layer;
      return (inFeatures + (bias ? 1 : 0)) * outFeatures;
    }
    case 'conv2d': {
      const { inChannels, outChannels, kernelSize, groups = 1, bias = true } = layer;
      const [height, width] = kernelSize;
      return ((height * width * inChannels) / groups + (bias ? 1 : 0)) * outChannels;
    }
    case 'embedding':
      return layer.vocabSize * layer.embeddingDim;
    case 'rmsNorm':
      return layer.features;
    case 'layerNorm':
    case 'batchNorm':
      return layer.affine === false ? 0 : 2 * layer.features;
    case 'multiHeadAttention': {
      const { embedDim, numHeads, kvHeads = numHeads, headDim = embedDim / numHeads, bias = true } = layer;
      const wide = numHeads * headDim;
      const narrow = kvHeads * headDim;
      const weights = 2 * embedDim * (wide + narrow);
      return bias ? weights + wide + 2 * narrow + embedDim : weights;
    }
  }
}
