import * as tf from '@tensorflow/tfjs';
import { type Args, build, type HeldOut, matrix } from '../include/model.ts';
import type { QuantizedDense } from '../include/signature.ts';
import { inferInIntegers } from './integer-inference.ts';

type Output = { layers: QuantizedDense[] };
type Input = { args: Args; heldOut: HeldOut; expected: Output; output: Output };

/** How much worse than the reference's own integers an answer may do. */
const allowance = 1.25;

/** Runs the answer in integers on data it has not seen, and bounds its error against the float model. */
export function check({ args, heldOut, expected, output }: Input) {
  const bad = output.layers.findIndex(({ input, kernel }) => !isUsable(input, kernel.scale));
  if (bad >= 0) {
    return rejected(
      `layer ${bad}: scales must be positive, the zero point of the input an integer from −128 to 127`,
      `第 ${bad} 层：scale 必须为正数，输入的 zeroPoint 必须是 −128 到 127 的整数`,
    );
  }
  const target = floatOutputs(args, heldOut);
  const errorOf = ({ layers }: Output) =>
    relativeError(inferInIntegers(layers, { args, samples: heldOut.samples }), target);
  const limit = allowance * errorOf(expected);
  const error = errorOf(output);
  if (error <= limit) return { accepted: true as const };
  const [found, most] = [percent(error), percent(limit)];
  return rejected(
    `run in integers on held-out data, the model is off by ${found} (root mean square, relative to the float model’s outputs); at most ${most} is allowed`,
    `在留出数据上做整数推理，与浮点模型的相对均方根误差为 ${found}，最多允许 ${most}`,
  );
}

function isUsable({ scale, zeroPoint }: QuantizedDense['input'], kernelScales: Float32Array): boolean {
  const isInt8 = Number.isInteger(zeroPoint) && zeroPoint >= -128 && zeroPoint <= 127;
  return isInt8 && scale > 0 && kernelScales.every((each) => each > 0);
}

function floatOutputs(args: Args, { samples }: HeldOut): Float32Array {
  return tf.tidy(() => {
    const outputs = build(args).predict(matrix(samples, args.inputs)) as tf.Tensor;
    return outputs.dataSync<'float32'>();
  });
}

function relativeError(outputs: Float64Array, target: Float32Array): number {
  let error = 0;
  let size = 0;
  for (const [i, wanted] of target.entries()) {
    error += ((outputs[i] ?? 0) - wanted) ** 2;
    size += wanted ** 2;
  }
  return Math.sqrt(error / size);
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toPrecision(3)} %` : String(share);
}

function rejected(en: string, zh: string) {
  return { accepted: false as const, message: { en, zh } };
}
