import * as tf from '@tensorflow/tfjs';

export type DenseSpec = {
  units: number;
  activation: 'linear' | 'relu' | 'tanh';
  /** Row after row: one row an input, one column a unit. */
  kernel: Float32Array;
  bias: Float32Array | null;
};

/** What of each layer a case asks for: one group can be solved without the others. */
export type Ask = 'kernel' | 'input' | 'bias' | 'all';

export type Args = {
  inputs: number;
  layers: DenseSpec[];
  /** Row after row, `inputs` numbers each. */
  calibration: Float32Array;
  ask: Ask;
};

/** Inputs like those of the calibration, row after row. */
export type HeldOut = { samples: Float32Array };

/** Builds the model that `args` describes. */
export function build({ inputs, layers }: Pick<Args, 'inputs' | 'layers'>): tf.Sequential {
  const model = tf.sequential();
  for (const [index, { units, activation, bias }] of layers.entries()) {
    const first = index === 0 ? { inputShape: [inputs] } : {};
    model.add(tf.layers.dense({ units, activation, useBias: bias !== null, ...first }));
  }
  const weights = layers.flatMap(({ kernel, bias }) => (bias ? [kernel, bias] : [kernel]));
  const tensors = model.getWeights().map((weight, i) => tf.tensor(weights[i] ?? [], weight.shape));
  model.setWeights(tensors);
  tf.dispose(tensors);
  return model;
}

/** Rows of `width` numbers as a tensor. */
export function matrix(values: Float32Array, width: number): tf.Tensor2D {
  return tf.tensor2d(values, [values.length / width, width]);
}
