import * as tf from '@tensorflow/tfjs';
import { type Args, build, type LogitsArgs, type TrainingArgs, weightsOf } from './model.ts';
import type * as signature from './signature.ts';

/** The loss, its gradients, or a trained student. */
export function drive(solution: typeof signature, args: Args) {
  switch (args.kind) {
    case 'loss':
      return lossOf(solution, args);
    case 'gradient':
      return gradientOf(solution, args);
    case 'training':
      return train(solution, args);
  }
}

function lossOf(solution: typeof signature, args: LogitsArgs) {
  const loss = solution.distillationLoss(...tensorsOf(args), args.options);
  return { loss: loss.dataSync()[0], shape: loss.shape };
}

function gradientOf(solution: typeof signature, args: LogitsArgs) {
  const [student, teacher, labels] = tensorsOf(args);
  // Both at once: no solution, and no gradient that it has registered, can tell which of them is asked for. Of twice the
  // loss, since who writes the gradient by hand must pass on what arrives.
  const { grads } = tf
    .engine()
    .gradients(
      () => tf.mul(solution.distillationLoss(student, teacher, labels, args.options), 2),
      [student, teacher],
    );
  return {
    gradient: Array.from(grads[0]?.dataSync() ?? [], (twice) => twice / 2),
    // There is none where no path leads from the teacher to the loss, as it should be.
    teacherGets: grads[1]?.dataSync() ?? new Float32Array(teacher.size),
  };
}

function tensorsOf({ student, teacher, labels }: LogitsArgs): [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D] {
  return [tf.tensor2d(student), tf.tensor2d(teacher), tf.tensor1d(labels, 'int32')];
}

async function train(solution: typeof signature, args: TrainingArgs) {
  const student = build(args.student);
  const teacher = build(args.teacher);
  const inputs = tf.tensor2d(args.inputs, [args.labels.length, args.student.features]);
  const labels = tf.tensor1d(args.labels, 'int32');
  const losses = await solution.distill(student, teacher, { inputs, labels }, args.options);
  return { losses, student: weightsOf(student), teacher: weightsOf(teacher) };
}
