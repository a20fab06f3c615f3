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
  const gradient = tf.grad((z: tf.Tensor) =>
    solution.distillationLoss(z as tf.Tensor2D, teacher, labels, args.options),
  );
  // tfjs throws where no path leads from the input to the loss, as it should be: so there is one that nothing flows along.
  const toTeacher = tf.grad((z: tf.Tensor) =>
    tf.add(solution.distillationLoss(student, z as tf.Tensor2D, labels, args.options), tf.mul(tf.sum(z), 0)),
  );
  return {
    gradient: Array.from(gradient(student).dataSync()),
    teacherGets: toTeacher(teacher).dataSync(),
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
