import type * as tf from '@tensorflow/tfjs';
import type { QuantizedDense } from './signature.ts';

// Everything by hand in double precision, the forward pass too; layers' outputs come from tfjs' activation alone.
type Matrix = { values: Float64Array; rows: number; columns: number };

export function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[] {
  const [rows, columns] = calibration.shape;
  let activations: Matrix = { values: Float64Array.from(calibration.dataSync()), rows, columns };
  return model.layers.map((layer) => {
    const [kernelTensor, biasTensor] = layer.getWeights();
    const kernel = kernelTensor.dataSync();
    const bias = biasTensor?.dataSync();
    const [inputs, units] = kernelTensor.shape;
    const input = rangeOf(activations.values);
    const scales = new Float64Array(units);
    for (let unit = 0; unit < units; unit++) {
      let largest = 0;
      for (let i = 0; i < inputs; i++) largest = Math.max(largest, Math.abs(kernel[i * units + unit]));
      scales[unit] = largest > 0 ? largest / 127 : 1;
    }
    const values = new Int8Array(kernel.length);
    for (let i = 0; i < kernel.length; i++) values[i] = clamp(halfToEven(kernel[i] / scales[i % units]), -127, 127);
    const quantized = {
      kernel: { values, scale: Float32Array.from(scales), zeroPoint: new Int32Array(units), shape: [inputs, units] },
      bias: bias
        ? Int32Array.from(bias, (b, unit) => clamp(halfToEven(b / (input.scale * scales[unit])), -(2 ** 31), 2 ** 31 - 1))
        : null,
      input,
    };
    activations = forward(activations, { kernel, bias, units, activation: String(layer.getConfig().activation) });
    return quantized;
  });
}

function rangeOf(values: Float64Array): { scale: number; zeroPoint: number } {
  let [min, max] = [0, 0];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (min === 0 && max === 0) return { scale: 1, zeroPoint: 0 };
  const scale = (max - min) / 255;
  return { scale, zeroPoint: clamp(halfToEven(-128 - min / scale), -128, 127) };
}

type Dense = { kernel: ArrayLike<number>; bias: ArrayLike<number> | undefined; units: number; activation: string };

function forward({ values, rows, columns }: Matrix, { kernel, bias, units, activation }: Dense): Matrix {
  const result = new Float64Array(rows * units);
  for (let row = 0; row < rows; row++) {
    for (let unit = 0; unit < units; unit++) {
      let sum = 0;
      for (let k = columns - 1; k >= 0; k--) sum += values[row * columns + k] * kernel[k * units + unit];
      if (bias) sum += bias[unit];
      if (activation === 'relu') sum = Math.max(sum, 0);
      if (activation === 'tanh') sum = Math.tanh(sum);
      result[row * units + unit] = sum;
    }
  }
  return { values: result, rows, columns: units };
}

function halfToEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
