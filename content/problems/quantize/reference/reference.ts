import type { Args, DenseSpec } from '../include/model.ts';

/**
 * The integers of a whole answer; for a single part of it the exact quotients that a right answer rounds, since there
 * float32 and double may honestly round to neighbours.
 * In double precision and plain loops: an exact quotient must be the same on every backend.
 */
export function reference(args: Args) {
  let width = args.inputs;
  let activations = Array.from(args.calibration);
  const layers = args.layers.map((layer) => {
    const quantized = quantize(layer, { activations, honest: args.ask === 'bias' });
    activations = forward(layer, { activations, width });
    width = layer.units;
    return args.ask === 'all' ? inIntegers(quantized) : quantized;
  });
  const { ask } = args;
  const weights = args.layers.flatMap(({ kernel, bias }) => (bias ? [kernel, bias] : [kernel]));
  const afterwards = { weights, calibration: args.calibration };
  return { layers: ask === 'all' ? layers : layers.map((layer) => ({ [ask]: layer[ask] })), afterwards };
}

type Quotients = ReturnType<typeof quantize>;

function quantize(
  { kernel, bias, units }: DenseSpec,
  { activations, honest }: { activations: number[]; honest: boolean },
) {
  const scale = channelScales(kernel, units);
  const input = rangeOf(activations);
  const inputs = kernel.length / units;
  const biasQuotients =
    bias && Float64Array.from(bias, (value, unit) => value / (input.scale * (scale[unit] ?? 1)));
  if (honest && biasQuotients) requireHonest(biasQuotients);
  return {
    kernel: {
      values: Float64Array.from(kernel, (weight, i) => weight / (scale[i % units] ?? 1)),
      scale: Float32Array.from(scale),
      zeroPoint: new Int32Array(units),
      shape: [inputs, units],
    },
    bias: biasQuotients?.map((quotient) => clamp(quotient, -(2 ** 31), 2 ** 31 - 1)) ?? null,
    input,
  };
}

// Float32 has an error of some 2⁻²³ of the quotient, which must stay well below the 1e-3 that a tie may be missed by.
function requireHonest(quotients: Float64Array): void {
  const largest = Math.max(...quotients.map(Math.abs));
  if (largest > 2000) throw new Error(`a bias of ${largest} units: float32 can't tell its ties`);
}

/** The largest magnitude of each column over 127; 1 for a column of zeros. */
function channelScales(kernel: Float32Array, units: number): number[] {
  const largest = new Array<number>(units).fill(0);
  for (const [i, weight] of kernel.entries()) {
    largest[i % units] = Math.max(largest[i % units] ?? 0, Math.abs(weight));
  }
  return largest.map((magnitude) => (magnitude === 0 ? 1 : magnitude / 127));
}

function rangeOf(activations: number[]): { scale: number; zeroPoint: number } {
  const min = activations.reduce((least, value) => Math.min(least, value), 0);
  const max = activations.reduce((most, value) => Math.max(most, value), 0);
  if (min === max) return { scale: 1, zeroPoint: 0 };
  const scale = (max - min) / 255;
  return { scale, zeroPoint: clamp(-128 - min / scale, -128, 127) };
}

function forward(
  { kernel, bias, units, activation }: DenseSpec,
  { activations, width }: { activations: number[]; width: number },
): number[] {
  return Array.from({ length: (activations.length / width) * units }, (_, i) => {
    const row = Math.floor(i / units) * width;
    const unit = i % units;
    let sum = bias?.[unit] ?? 0;
    for (let k = 0; k < width; k++) sum += (activations[row + k] ?? 0) * (kernel[k * units + unit] ?? 0);
    return activate(sum, activation);
  });
}

function activate(value: number, activation: DenseSpec['activation']): number {
  switch (activation) {
    case 'linear':
      return value;
    case 'relu':
      return Math.max(0, value);
    case 'tanh':
      return Math.tanh(value);
  }
}

function inIntegers({ kernel, bias, input }: Quotients) {
  return {
    kernel: { ...kernel, values: Int8Array.from(kernel.values, halfToEven) },
    bias: bias && Int32Array.from(bias, halfToEven),
    input: { scale: input.scale, zeroPoint: halfToEven(input.zeroPoint) },
  };
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
