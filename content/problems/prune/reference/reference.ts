import * as tf from '@tensorflow/tfjs';
import { type Args, build } from '../include/model.ts';

/** Zeroes weights by a mask on the engine's backend; counts on the result. */
export function reference(args: Args) {
  const model = build(args);
  const { threshold } = args;
  const architecture = model.layers.map(
    (layer) => `${layer.getClassName()} ${JSON.stringify(layer.outputShape)}`,
  );
  const invalid = !Number.isFinite(threshold) || threshold < 0;
  const weights = model
    .getWeights()
    .map((weight) => (invalid ? weight.dataSync() : pruned(weight, threshold)));
  const rest = { weights, architecture, leakedTensors: 0 };
  if (invalid) return { error: 'RangeError', ...rest };
  const total = weights.reduce((sum, values) => sum + values.length, 0);
  const zeros = weights.reduce((sum, values) => sum + values.filter((value) => value === 0).length, 0);
  return { report: { total, zeros, sparsity: zeros / total }, ...rest };
}

function pruned(weight: tf.Tensor, threshold: number): Float32Array {
  return tf.tidy(() => {
    const keep = tf.greaterEqual(tf.abs(weight), tf.scalar(threshold));
    return tf.where(keep, weight, tf.zerosLike(weight)).dataSync<'float32'>();
  });
}
