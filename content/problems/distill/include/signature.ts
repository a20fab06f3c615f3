import type * as tf from '@tensorflow/tfjs';

/** `alpha` weighs the teacher, `1 − alpha` the labels; `learningRate` is that of Adam. */
export type DistillOptions = {
  temperature: number;
  alpha: number;
  epochs: number;
  batchSize: number;
  learningRate: number;
};

/** alpha · T² · KL(softmax(teacher / T) ‖ softmax(student / T)) + (1 − alpha) · CE(labels, softmax(student)), batch means. */
export declare function distillationLoss(
  studentLogits: tf.Tensor2D,
  teacherLogits: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: Pick<DistillOptions, 'temperature' | 'alpha'>,
): tf.Scalar;

/** Trains the student in place; resolves to the mean loss over all examples, epoch by epoch. */
export declare function distill(
  student: tf.LayersModel,
  teacher: tf.LayersModel,
  data: { inputs: tf.Tensor2D; labels: tf.Tensor1D },
  options: DistillOptions,
): Promise<number[]>;
