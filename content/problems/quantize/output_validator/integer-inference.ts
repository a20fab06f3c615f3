import type { Args, DenseSpec } from '../include/model.ts';
import type { QuantizedDense } from '../include/signature.ts';

/**
 * Runs quantized layers as an integer kernel does: int8 times int8, added up with the bias in whole numbers, scaled once.
 * The activation is taken in floating point, and its result quantized as the next layer says.
 */
export function inferInIntegers(
  layers: QuantizedDense[],
  { args, samples }: { args: Args; samples: Float32Array },
): Float64Array {
  let activations = Float64Array.from(samples);
  for (const [index, layer] of layers.entries()) {
    const spec = args.layers[index];
    if (spec) activations = inferLayer(layer, spec, activations);
  }
  return activations;
}

function inferLayer(layer: QuantizedDense, spec: DenseSpec, activations: Float64Array) {
  const { kernel, bias, input } = layer;
  const { units } = spec;
  const width = spec.kernel.length / units;
  const codes = activations.map((value) => toInt8(value, input) - input.zeroPoint);
  return Float64Array.from({ length: (codes.length / width) * units }, (_, i) => {
    const row = Math.floor(i / units) * width;
    const unit = i % units;
    const zero = kernel.zeroPoint[unit] ?? 0;
    let sum = bias?.[unit] ?? 0;
    for (let k = 0; k < width; k++) {
      sum += (codes[row + k] ?? 0) * ((kernel.values[k * units + unit] ?? 0) - zero);
    }
    return activate(sum * input.scale * (kernel.scale[unit] ?? 1), spec.activation);
  });
}

function toInt8(value: number, { scale, zeroPoint }: QuantizedDense['input']): number {
  return Math.min(Math.max(halfToEven(value / scale) + zeroPoint, -128), 127);
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

function activate(value: number, activation: DenseSpec['activation']): number {
  if (activation === 'relu') return Math.max(0, value);
  return activation === 'tanh' ? Math.tanh(value) : value;
}
