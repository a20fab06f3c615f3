import type { Layer } from './signature.ts';

// Every kind comes down to linear maps [inputs per output, outputs, bias] and vectors; sizes are added from the last.
type Map = { inputs: number; outputs: number; bias: boolean };
type Parts = { maps?: Map[]; vectors?: number[] };
type Of<K extends Layer['kind']> = Extract<Layer, { kind: K }>;

const parts: { [K in Layer['kind']]: (layer: Of<K>) => Parts } = {
  dense: ({ inFeatures, outFeatures, bias = true }) => ({
    maps: [{ inputs: whole(inFeatures), outputs: whole(outFeatures), bias }],
  }),
  conv2d: ({ inChannels, outChannels, kernelSize, groups = 1, bias = true }) => {
    const area = whole(kernelSize[0]) * whole(kernelSize[1]);
    quotient(outChannels, groups);
    return { maps: [{ inputs: area * quotient(inChannels, groups), outputs: whole(outChannels), bias }] };
  },
  embedding: ({ vocabSize, embeddingDim }) => ({ vectors: [whole(vocabSize) * whole(embeddingDim)] }),
  rmsNorm: ({ features }) => ({ vectors: [whole(features)] }),
  layerNorm: norm,
  batchNorm: norm,
  multiHeadAttention: ({ embedDim, numHeads, kvHeads = numHeads, headDim, bias = true }) => {
    const width = headDim === undefined ? quotient(embedDim, numHeads) : whole(headDim);
    const queriesPerKey = quotient(numHeads, kvHeads);
    const model = whole(embedDim);
    const all = numHeads * width;
    const shared = all / queriesPerKey;
    return {
      maps: [
        { inputs: model, outputs: all, bias },
        { inputs: model, outputs: shared, bias },
        { inputs: model, outputs: shared, bias },
        { inputs: all, outputs: model, bias },
      ],
    };
  },
};

export function countParameters(layers: readonly Layer[]): number {
  return layers.reduceRight((sum, layer) => sum + sizeOf(partsOf(layer)), 0);
}

function partsOf(layer: Layer): Parts {
  return (parts[layer.kind] as (layer: Layer) => Parts)(layer);
}

function sizeOf({ maps = [], vectors = [] }: Parts): number {
  const weights = maps.map(({ inputs, outputs, bias }) => inputs * outputs + Number(bias) * outputs);
  return [...weights, ...vectors].reduce((sum, size) => sum + size, 0);
}

function norm({ features, affine = true }: { features: number; affine?: boolean }): Parts {
  const length = whole(features);
  return { vectors: affine ? [length, length] : [] };
}

function whole(size: number): number {
  if (size >= 1 && size % 1 === 0) return size;
  throw new RangeError(`not a positive integer: ${size}`);
}

function quotient(size: number, by: number): number {
  return whole(whole(size) / whole(by));
}
