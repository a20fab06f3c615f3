import type * as tf from '@tensorflow/tfjs';
import { type Args, type Ask, build, matrix } from './model.ts';
import type * as signature from './signature.ts';

/** What the case asks for of each layer; and model and calibration batch, for the judge to hold against what they were. */
export function drive(solution: typeof signature, args: Args) {
  const model = build(args);
  const calibration = matrix(args.calibration, args.inputs);
  const answer: unknown = solution.quantizeModel(model, calibration);
  const layers = Array.isArray(answer) ? answer.map((layer: unknown) => part(layer, args.ask)) : answer;
  const weights = model.getWeights().map(valuesOf);
  return { layers, afterwards: { weights, calibration: valuesOf(calibration) } };
}

function part(layer: unknown, ask: Ask): unknown {
  if (ask === 'all' || typeof layer !== 'object' || layer === null) return layer;
  return { [ask]: Reflect.get(layer, ask) };
}

function valuesOf(tensor: tf.Tensor) {
  return tensor.isDisposed ? 'disposed' : tensor.dataSync();
}
