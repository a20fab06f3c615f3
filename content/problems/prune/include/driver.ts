import * as tf from '@tensorflow/tfjs';
import { type Args, build } from './model.ts';
import type * as signature from './signature.ts';

/** The report, or the error it threw; the weights afterwards; what the model looks like; tensors left behind. */
export function drive(solution: typeof signature, args: Args) {
  const model = build(args);
  const before = tf.memory().numTensors;
  const outcome = report(solution, model, args.threshold);
  const leakedTensors = tf.memory().numTensors - before;
  return {
    ...outcome,
    weights: model.getWeights().map((weight) => weight.dataSync()),
    architecture: model.layers.map((layer) => `${layer.getClassName()} ${JSON.stringify(layer.outputShape)}`),
    leakedTensors,
  };
}

function report(solution: typeof signature, model: tf.LayersModel, threshold: number) {
  try {
    return { report: solution.prune(model, threshold) };
  } catch (error) {
    if (error instanceof RangeError) return { error: 'RangeError' };
    throw error;
  }
}
