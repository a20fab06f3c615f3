import type { Layer } from './signature.ts';

// One weight at a time: fine for a perceptron, hopeless for billions.
export function countParameters(layers: readonly Layer[]): number {
  let total = 0;
  for (const layer of layers) {
    for (let weights = sizeOf(layer); weights > 0; weights--) total++;
  }
  return total;
}

function sizeOf(layer: Layer): number {
  switch (layer.kind) {
    case 'dense':
      return layer.inFeatures * layer.outFeatures + (layer.bias === false ? 0 : layer.outFeatures);
    case 'embedding':
      return layer.vocabSize * layer.embeddingDim;
    case 'rmsNorm':
      return layer.features;
    case 'layerNorm':
    case 'batchNorm':
      return layer.affine === false ? 0 : 2 * layer.features;
    case 'multiHeadAttention':
      return 4 * layer.embedDim * layer.embedDim;
    case 'conv2d':
      return layer.kernelSize[0] * layer.kernelSize[1] * layer.inChannels * layer.outChannels;
  }
}
