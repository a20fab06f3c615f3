import type { Args, Ask, DenseSpec, HeldOut } from '../include/model.ts';

type Params = {
  ask: Ask;
  inputs: number;
  layers: {
    units: number;
    activation?: DenseSpec['activation'];
    bias?: boolean;
    /** Channels differ in size by up to 2 to this power. */
    spread?: number;
    /** Added to every weight, in standard deviations: the kernel leans to one side. */
    lean?: number;
  }[];
  rows: number;
  /** Of the inputs, which are normally distributed with a standard deviation of 1. */
  mean?: number;
  /** Multiplies the inputs. */
  size?: number;
  /** Standard deviation of the biases, for channels of full size. */
  biasSize?: number;
  /** Rows of the same kind that stay with the judge. */
  heldOut?: number;
};

/** A network with normally distributed weights of variance 1 / inputs, biases and inputs, rounded to float32. */
export function generate({ random, params }: { random: () => number; params: Params }): {
  args: Args;
  heldOut?: HeldOut;
} {
  const { ask, inputs, rows, mean = 0, size = 1, biasSize = 0.05, heldOut } = params;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const samples = (count: number) =>
    Float32Array.from({ length: count * inputs }, () => size * (mean + normal()));

  let width = inputs;
  const layers = params.layers.map((layer): DenseSpec => {
    const { units, activation = 'linear', bias = true, spread = 0, lean = 0 } = layer;
    const channels = Array.from({ length: units }, () => 2 ** (-spread * random()));
    const deviation = 1 / Math.sqrt(width);
    const kernel = Float32Array.from(
      { length: width * units },
      (_, i) => (channels[i % units] ?? 1) * deviation * (lean + normal()),
    );
    width = units;
    const biases = Float32Array.from(channels, (channel) => channel * biasSize * normal());
    return { units, activation, kernel, bias: bias ? biases : null };
  });
  const args = { inputs, layers, calibration: samples(rows), ask };
  return heldOut === undefined ? { args } : { args, heldOut: { samples: samples(heldOut) } };
}
