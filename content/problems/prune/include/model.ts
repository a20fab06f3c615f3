import * as tf from '@tensorflow/tfjs';

/** A layer with its weights written out, in the order and layout of tfjs. */
export type LayerSpec =
  | { kind: 'dense'; units: number; kernel: Float32Array; bias: Float32Array | null }
  | {
      kind: 'conv2d';
      filters: number;
      kernelSize: [number, number];
      kernel: Float32Array;
      bias: Float32Array | null;
    }
  | { kind: 'flatten' };

export type Args = { inputShape: number[]; layers: LayerSpec[]; threshold: number };

/** Builds the model that `args` describes. */
export function build({ inputShape, layers }: Args): tf.Sequential {
  const model = tf.sequential();
  for (const [index, spec] of layers.entries()) {
    model.add(layerOf(spec, index === 0 ? { inputShape } : {}));
  }
  const weights = layers.flatMap((spec) => (spec.kind === 'flatten' ? [] : [spec.kernel, spec.bias ?? []]));
  const tensors = model.getWeights().map((weight, i) => tf.tensor(present(weights)[i] ?? [], weight.shape));
  model.setWeights(tensors);
  tf.dispose(tensors);
  return model;
}

function present(weights: (Float32Array | never[])[]): Float32Array[] {
  return weights.filter((weight): weight is Float32Array => weight instanceof Float32Array);
}

function layerOf(spec: LayerSpec, input: { inputShape?: number[] }): tf.layers.Layer {
  switch (spec.kind) {
    case 'dense':
      return tf.layers.dense({ units: spec.units, useBias: spec.bias !== null, ...input });
    case 'conv2d': {
      const { filters, kernelSize, bias } = spec;
      return tf.layers.conv2d({ filters, kernelSize, useBias: bias !== null, ...input });
    }
    case 'flatten':
      return tf.layers.flatten(input);
  }
}
