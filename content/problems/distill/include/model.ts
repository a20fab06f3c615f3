import * as tf from '@tensorflow/tfjs';
import type { DistillOptions } from './signature.ts';

export type LayerSpec =
  | { kind: 'dense'; units: number; activation: 'relu' | 'linear'; kernel: Float32Array; bias: Float32Array }
  | { kind: 'dropout'; rate: number };

export type ModelSpec = { features: number; layers: LayerSpec[] };

export type LogitsArgs = {
  kind: 'loss' | 'gradient';
  student: number[][];
  teacher: number[][];
  labels: number[];
  options: Pick<DistillOptions, 'temperature' | 'alpha'>;
};

export type TrainingArgs = {
  kind: 'training';
  student: ModelSpec;
  teacher: ModelSpec;
  /** Row after row. */
  inputs: Float32Array;
  labels: Int32Array;
  options: DistillOptions;
};

export type Args = LogitsArgs | TrainingArgs;

/** Pictures or points that never enter the sandbox, with their true classes. */
export type HeldOut = { inputs: Float32Array; labels: Int32Array };

/** Builds a model that answers with logits. */
export function build({ features, layers }: ModelSpec): tf.Sequential {
  const model = tf.sequential();
  for (const [index, spec] of layers.entries()) {
    const input = index === 0 ? { inputShape: [features] } : {};
    model.add(
      spec.kind === 'dense'
        ? tf.layers.dense({ units: spec.units, activation: spec.activation, ...input })
        : tf.layers.dropout({ rate: spec.rate, ...input }),
    );
  }
  const values = layers.flatMap((spec) => (spec.kind === 'dense' ? [spec.kernel, spec.bias] : []));
  setWeights(model, values);
  return model;
}

/** Puts flat weights into a model, in the order of `model.getWeights()`. */
export function setWeights(model: tf.LayersModel, values: Float32Array[]): void {
  const tensors = model
    .getWeights()
    .map((weight, i) => tf.tensor(values[i] ?? new Float32Array(), weight.shape));
  model.setWeights(tensors);
  tf.dispose(tensors);
}

export function weightsOf(model: tf.LayersModel): Float32Array[] {
  return model.getWeights().map((weight) => Float32Array.from(weight.dataSync()));
}
