import type { Layer } from '../include/signature.ts';

/** Writes out the shape of every weight, and adds up their sizes in whole numbers of any length. */
export function reference({ layers }: { layers: Layer[] }, heldOut?: { published?: number }) {
  if (layers.some((layer) => !isValid(layer))) return { error: 'RangeError' };
  const sizes = layers
    .flatMap(shapes)
    .map((shape) => shape.reduce((size, length) => size * BigInt(length), 1n));
  const total = Number(sizes.reduce((sum, size) => sum + size, 0n));
  if (!Number.isSafeInteger(total)) throw new Error(`${total} is not exact in a number`);
  if (heldOut?.published !== undefined && heldOut.published !== total) {
    throw new Error(`published are ${heldOut.published} parameters, but the layers as written have ${total}`);
  }
  return total;
}

function isValid(layer: Layer): boolean {
  const sizes = Object.values(layer)
    .flat()
    .filter((value): value is number => typeof value === 'number');
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) return false;
  if (layer.kind === 'conv2d') {
    const { inChannels, outChannels, groups = 1 } = layer;
    return inChannels % groups === 0 && outChannels % groups === 0;
  }
  if (layer.kind === 'multiHeadAttention') {
    const { embedDim, numHeads, kvHeads = numHeads, headDim } = layer;
    return numHeads % kvHeads === 0 && (headDim !== undefined || embedDim % numHeads === 0);
  }
  return true;
}

function shapes(layer: Layer): number[][] {
  switch (layer.kind) {
    case 'dense':
      return [[layer.inFeatures, layer.outFeatures], ...biasOf(layer, layer.outFeatures)];
    case 'conv2d': {
      const { inChannels, outChannels, kernelSize, groups = 1 } = layer;
      return [[...kernelSize, inChannels / groups, outChannels], ...biasOf(layer, outChannels)];
    }
    case 'embedding':
      return [[layer.vocabSize, layer.embeddingDim]];
    case 'rmsNorm':
      return [[layer.features]];
    case 'layerNorm':
    case 'batchNorm':
      return layer.affine === false ? [] : [[layer.features], [layer.features]];
    case 'multiHeadAttention': {
      const { embedDim, numHeads, kvHeads = numHeads, headDim = embedDim / numHeads } = layer;
      const width = numHeads * headDim;
      const kvWidth = kvHeads * headDim;
      const projections = [
        [embedDim, width],
        [embedDim, kvWidth],
        [embedDim, kvWidth],
        [width, embedDim],
      ];
      return projections.flatMap((shape) => [shape, ...biasOf(layer, shape[1] ?? 0)]);
    }
  }
}

function biasOf({ bias = true }: { bias?: boolean }, length: number): number[][] {
  return bias ? [[length]] : [];
}
