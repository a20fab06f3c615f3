import type { LayerSpec, ModelSpec, TrainingArgs } from '../include/model.ts';

type Params = {
  rows: number;
  features: number;
  classes: number;
  /** Dropout rate in the teacher; nothing to be seen of it unless it is run in training mode. */
  dropout?: number;
  options: TrainingArgs['options'];
};

/** A random student and a random teacher, for what can be said of every training. */
export function generate({ random, params }: { random: () => number; params: Params }): {
  args: TrainingArgs;
} {
  const { rows, features, classes, dropout, options } = params;
  const draw = (length: number) => Float32Array.from({ length }, () => 2 * random() - 1);
  const dense = (inputs: number, units: number, activation: 'relu' | 'linear'): LayerSpec => {
    return { kind: 'dense', units, activation, kernel: draw(inputs * units), bias: draw(units) };
  };
  const model = (hidden: number, between: LayerSpec[]): ModelSpec => {
    return {
      features,
      layers: [dense(features, hidden, 'relu'), ...between, dense(hidden, classes, 'linear')],
    };
  };
  const student = model(4, []);
  const teacher = model(8, dropout === undefined ? [] : [{ kind: 'dropout', rate: dropout }]);
  const labels = Int32Array.from({ length: rows }, () => Math.floor(random() * classes));
  return { args: { kind: 'training', student, teacher, inputs: draw(rows * features), labels, options } };
}
