import type { Layer } from './signature.ts';

// Makes every parameter in order to count them.
export function countParameters(layers: readonly Layer[]): number {
  const weights: number[][] = [];
  for (const layer of layers) {
    for (let rest = countOf(layer); rest > 0; rest -= 1e6) weights.push(new Array<number>(Math.min(rest, 1e6)).fill(0));
  }
  return weights.reduce((total, part) => total + part.length, 0);
}

function countOf(layer: Layer): number {
  switch (layer.kind) {
    case 'dense': {
      const { inFeatures, outFeatures, bias = true } = layer;
      check(inFeatures, outFeatures);
      return (inFeatures + (bias ? 1 : 0)) * outFeatures;
    }
    case 'conv2d': {
      const { inChannels, outChannels, kernelSize, groups = 1, bias = true } = layer;
      const [height, width] = kernelSize;
      check(inChannels, outChannels, height, width, groups);
      if (inChannels % groups !== 0 || outChannels % groups !== 0) {
        throw new RangeError(`${groups} groups do not divide ${inChannels} and ${outChannels} channels`);
      }
      return ((height * width * inChannels) / groups + (bias ? 1 : 0)) * outChannels;
    }
    case 'embedding':
      check(layer.vocabSize, layer.embeddingDim);
      return layer.vocabSize * layer.embeddingDim;
    case 'rmsNorm':
      check(layer.features);
      return layer.features;
    case 'layerNorm':
    case 'batchNorm':
      check(layer.features);
      return layer.affine === false ? 0 : 2 * layer.features;
    case 'multiHeadAttention': {
      const { embedDim, numHeads, kvHeads = numHeads, headDim = embedDim / numHeads, bias = true } = layer;
      check(embedDim, numHeads, kvHeads, headDim);
      if (numHeads % kvHeads !== 0) throw new RangeError(`${kvHeads} key heads do not divide ${numHeads} heads`);
      const wide = numHeads * headDim;
      const narrow = kvHeads * headDim;
      const weights = 2 * embedDim * (wide + narrow);
      return bias ? weights + wide + 2 * narrow + embedDim : weights;
    }
  }
}

function check(...sizes: number[]): void {
  const bad = sizes.find((size) => !Number.isInteger(size) || size < 1);
  if (bad !== undefined) throw new RangeError(`expected a positive integer, got ${bad}`);
}
