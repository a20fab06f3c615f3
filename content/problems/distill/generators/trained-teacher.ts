import type { HeldOut, ModelSpec, TrainingArgs } from '../include/model.ts';
import { type Examples, readDigits, rings, shuffled } from './examples.ts';
import { initialModel, trainModel } from './train-model.ts';

type Params = {
  dataset: 'digits' | 'rings';
  /** Examples with true labels that the teacher learns from. */
  teacherExamples: number;
  /** Examples that the student gets. */
  examples: number;
  heldOut: number;
  /** Share of the student's labels that are replaced by random ones. */
  noise: number;
  teacherUnits: number;
  studentUnits: number;
  options: TrainingArgs['options'];
};

/**
 * A teacher that has seen clean labels, and a student whose labels are partly wrong: what the teacher knows
 * can be had from its logits alone. The teacher is trained here in double precision, so that every backend
 * gets the same one.
 */
export function generate({ random, params }: { random: () => number; params: Params }): {
  args: TrainingArgs;
  heldOut: HeldOut;
} {
  const { teacherExamples, examples, heldOut, noise, teacherUnits, studentUnits, options } = params;
  const all =
    params.dataset === 'digits' ? readDigits() : rings(teacherExamples + examples + heldOut, random);
  const order = shuffled(all.labels.length, random);
  const take = (from: number, count: number) => pick(all, order.slice(from, from + count));
  const shape = { features: all.features, classes: all.classes };
  const teacher = trainModel(
    initialModel({ ...shape, units: teacherUnits }, random),
    take(0, teacherExamples),
  );
  const student: ModelSpec = initialModel({ ...shape, units: studentUnits }, random);
  const { inputs, labels } = take(teacherExamples, examples);
  const noisy = labels.map((label) => (random() < noise ? Math.floor(random() * all.classes) : label));
  return {
    args: { kind: 'training', student, teacher, inputs, labels: noisy, options },
    heldOut: take(teacherExamples + examples, heldOut),
  };
}

function pick(all: Examples, rows: number[]): HeldOut {
  const { features } = all;
  const inputs = new Float32Array(rows.length * features);
  for (const [i, row] of rows.entries()) {
    inputs.set(all.inputs.subarray(row * features, (row + 1) * features), i * features);
  }
  return { inputs, labels: Int32Array.from(rows, (row) => all.labels[row] ?? 0) };
}
