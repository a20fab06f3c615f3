import type { Layer } from './signature.ts';

// Lists the shape of every tensor, as a framework would print them, and multiplies in BigInt.
export function countParameters(layers: readonly Layer[]): number {
  let total = 0n;
  for (const layer of layers) {
    for (const shape of shapes(layer)) {
      let size = 1n;
      for (const length of shape) size *= BigInt(length);
      total += size;
    }
  }
  return Number(total);
}

function shapes(layer: Layer): number[][] {
  for (const value of Object.values(layer).flat()) {
    if (typeof value === 'number' && !(Number.isInteger(value) && value > 0)) {
      throw new RangeError(`${layer.kind}: ${value} is not a size`);
    }
  }
  const result: number[][] = [];
  const linear = (inputs: number[], outputs: number, bias: boolean) => {
    result.push([...inputs, outputs]);
    if (bias) result.push([outputs]);
  };
  if (layer.kind === 'dense') {
    linear([layer.inFeatures], layer.outFeatures, layer.bias ?? true);
  } else if (layer.kind === 'conv2d') {
    const groups = layer.groups ?? 1;
    mustDivide(groups, layer.inChannels);
    mustDivide(groups, layer.outChannels);
    linear([...layer.kernelSize, layer.inChannels / groups], layer.outChannels, layer.bias ?? true);
  } else if (layer.kind === 'embedding') {
    result.push([layer.vocabSize, layer.embeddingDim]);
  } else if (layer.kind === 'rmsNorm') {
    result.push([layer.features]);
  } else if (layer.kind === 'multiHeadAttention') {
    if (layer.headDim === undefined) mustDivide(layer.numHeads, layer.embedDim);
    const perHead = layer.headDim ?? layer.embedDim / layer.numHeads;
    const kvHeads = layer.kvHeads ?? layer.numHeads;
    mustDivide(kvHeads, layer.numHeads);
    const bias = layer.bias ?? true;
    linear([layer.embedDim], layer.numHeads * perHead, bias);
    linear([layer.embedDim], kvHeads * perHead, bias);
    linear([layer.embedDim], kvHeads * perHead, bias);
    linear([layer.numHeads * perHead], layer.embedDim, bias);
  } else if (layer.affine ?? true) {
    result.push([layer.features], [layer.features]);
  }
  return result;
}

function mustDivide(divisor: number, size: number): void {
  if (size % divisor !== 0) throw new RangeError(`${divisor} does not divide ${size}`);
}
