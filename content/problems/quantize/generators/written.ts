import type { Args, Ask, DenseSpec } from '../include/model.ts';

/** Numbers are written in units of a power of two, so that scales come out as such powers. */
type Params = {
  ask?: Ask;
  layers: {
    activation?: DenseSpec['activation'];
    /** One row an input, one column a unit. */
    kernel: number[][];
    kernelExponent?: number;
    bias?: number[];
    biasExponent?: number;
  }[];
  /** One row an example. */
  calibration: number[][];
  calibrationExponent?: number;
};

/** A network written out by hand. */
export function generate({ params }: { params: Params }): { args: Args } {
  const { ask = 'all', calibration, calibrationExponent = 0 } = params;
  const layers = params.layers.map(
    ({ activation = 'linear', kernel, kernelExponent = 0, bias, biasExponent = 0 }) => ({
      units: kernel[0]?.length ?? 0,
      activation,
      kernel: exact(kernel.flat(), kernelExponent),
      bias: bias ? exact(bias, biasExponent) : null,
    }),
  );
  const inputs = calibration[0]?.length ?? 0;
  return { args: { inputs, layers, calibration: exact(calibration.flat(), calibrationExponent), ask } };
}

function exact(values: number[], exponent: number): Float32Array {
  return Float32Array.from(values, (value) => {
    const scaled = value * 2 ** exponent;
    if (exponent !== 0 && Math.fround(scaled) !== scaled)
      throw new Error(`${scaled} is not a float32 number`);
    return scaled;
  });
}
