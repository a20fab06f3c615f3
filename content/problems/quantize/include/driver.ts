import type * as tf from '@tensorflow/tfjs';
import { type Args, type Ask, build, matrix } from './model.ts';
import type * as signature from './signature.ts';

/** What the case asks for of each layer, and whether model and calibration batch are as they were. */
export function drive(solution: typeof signature, args: Args) {
  const model = build(args);
  const calibration = matrix(args.calibration, args.inputs);
  const answer: unknown = solution.quantizeModel(model, calibration);
  const layers = Array.isArray(answer) ? answer.map((layer: unknown) => part(layer, args.ask)) : answer;
  return { layers, unchanged: isUnchanged(model, calibration, args) };
}

function part(layer: unknown, ask: Ask): unknown {
  if (ask === 'all' || typeof layer !== 'object' || layer === null) return layer;
  return { [ask]: Reflect.get(layer, ask) };
}

function isUnchanged(model: tf.Sequential, calibration: tf.Tensor2D, args: Args): boolean {
  const expected = args.layers.flatMap(({ kernel, bias }) => (bias ? [kernel, bias] : [kernel]));
  const tensors = [...model.getWeights(), calibration];
  return (
    tensors.every((tensor) => !tensor.isDisposed) &&
    tensors.every((tensor, i) => same(tensor.dataSync(), expected[i] ?? args.calibration))
  );
}

function same(actual: ArrayLike<number>, expected: Float32Array): boolean {
  return actual.length === expected.length && expected.every((value, i) => Object.is(value, actual[i]));
}
