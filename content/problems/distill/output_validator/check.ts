import * as tf from '@tensorflow/tfjs';
import { build, type HeldOut, setWeights, type TrainingArgs } from '../include/model.ts';

type Trained = { losses: number[]; student: Float32Array[] };
type Input = { args: TrainingArgs; heldOut: HeldOut; expected: Trained; output: Trained };

/** How far a student may fall behind the reference's, as a share of the held-out examples. */
const slack = 0.06;

/** Evaluates the returned student on held-out examples, beside the student that the reference trained. */
export function check({ args, heldOut, expected, output }: Input) {
  const first = output.losses[0] ?? 0;
  const last = output.losses.at(-1) ?? Number.POSITIVE_INFINITY;
  if (!(last < 0.9 * first)) {
    return reject('the loss does not fall over the epochs', '损失没有随训练下降');
  }
  const teacher = classesOf(build(args.teacher), heldOut);
  const share = (weights: Float32Array[], wanted: ArrayLike<number>) => {
    const model = build(args.student);
    setWeights(model, weights);
    const classes = classesOf(model, heldOut);
    return classes.filter((k, i) => k === wanted[i]).length / classes.length;
  };
  if (share(output.student, heldOut.labels) < share(expected.student, heldOut.labels) - slack) {
    return reject(
      'the student is less accurate on held-out data than distillation makes it',
      '学生在留出数据上的准确率低于蒸馏应有的水平',
    );
  }
  if (share(output.student, teacher) < share(expected.student, teacher) - slack) {
    return reject(
      'the student agrees with its teacher less than distillation makes it',
      '学生与老师的一致率低于蒸馏应有的水平',
    );
  }
  return { accepted: true };
}

function reject(en: string, zh: string) {
  return { accepted: false, message: { en, zh } };
}

function classesOf(model: tf.LayersModel, { inputs, labels }: HeldOut): Int32Array {
  return tf.tidy(() => {
    const x = tf.tensor2d(inputs, [labels.length, inputs.length / labels.length]);
    return Int32Array.from(tf.argMax(model.predict(x) as tf.Tensor, 1).dataSync());
  });
}
