import * as tf from '@tensorflow/tfjs';
import { type Args, build, type TrainingArgs, weightsOf } from '../include/model.ts';
import { lossAndGradient } from './loss.ts';

/** What a right solution gives: loss and gradient in double precision, the student trained on the engine. */
export function reference(args: Args) {
  switch (args.kind) {
    case 'loss':
      return { loss: lossAndGradient(args, args.options).loss, shape: [] };
    case 'gradient':
      return {
        gradient: lossAndGradient(args, args.options).gradient,
        teacherGets: new Float32Array(args.teacher.flat().length),
      };
    case 'training':
      return train(args);
  }
}

// The teacher's logits are computed once, before training: they are constants of the loss.
async function train({ student: spec, teacher: teacherSpec, inputs, labels, options }: TrainingArgs) {
  const student = build(spec);
  const teacher = build(teacherSpec);
  const { epochs, batchSize, learningRate, temperature: t, alpha } = options;
  const rows = labels.length;
  const x = tf.tensor2d(inputs, [rows, spec.features]);
  const soft = tf.tidy(() => tf.softmax(tf.div(teacher.predict(x) as tf.Tensor, t)));
  const classes = soft.shape[1] ?? 0;
  const hard = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
  const optimizer = tf.train.adam(learningRate);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let sum = 0;
    for (let start = 0; start < rows; start += batchSize) {
      const size = Math.min(batchSize, rows - start);
      const cost = optimizer.minimize(() => {
        const logits = student.apply(tf.slice(x, start, size), { training: true }) as tf.Tensor;
        const p = tf.slice(soft, start, size);
        const kl = tf.sum(
          tf.mul(p, tf.sub(tf.log(tf.maximum(p, 1e-37)), tf.logSoftmax(tf.div(logits, t)))),
          1,
        );
        const ce = tf.neg(tf.sum(tf.mul(tf.slice(hard, start, size), tf.logSoftmax(logits)), 1));
        return tf.mean(tf.add(tf.mul(kl, alpha * t * t), tf.mul(ce, 1 - alpha))) as tf.Scalar;
      }, true);
      // Waited for, so that a GPU gets to free what a step has used.
      sum += ((await cost?.data())?.[0] ?? 0) * size;
    }
    losses.push(sum / rows);
  }
  return { losses, student: weightsOf(student), teacher: weightsOf(teacher) };
}
