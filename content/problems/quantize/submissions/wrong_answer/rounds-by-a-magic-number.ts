import type * as tf from '@tensorflow/tfjs';
import type { QuantizedDense } from './signature.ts';

// Rounds by adding 1.5 · 2^23 in float32 and taking it away again, also where float32 has no halves left.
export function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[] {
  let activations: tf.Tensor = calibration;
  return model.layers.map((layer) => {
    const [kernelTensor, biasTensor] = layer.getWeights();
    const [inputs, units] = kernelTensor.shape;
    const kernel = kernelTensor.dataSync();
    const scale = channelScales(kernel, units);
    const values = Int8Array.from(kernel, (w, i) => clamp(round(w / scale[i % units]), -127, 127));
    const input = inputRange(activations.dataSync());
    const bias = biasTensor
      ? Int32Array.from(biasTensor.dataSync(), (b, unit) => toInt32(round(b / (input.scale * scale[unit]))))
      : null;
    activations = layer.apply(activations) as tf.Tensor;
    return {
      kernel: { values, scale: Float32Array.from(scale), zeroPoint: new Int32Array(units), shape: [inputs, units] },
      bias,
      input,
    };
  });
}

function channelScales(kernel: ArrayLike<number>, units: number): number[] {
  const largest = new Array<number>(units).fill(0);
  for (let i = 0; i < kernel.length; i++) largest[i % units] = Math.max(largest[i % units], Math.abs(kernel[i]));
  return largest.map((magnitude) => (magnitude === 0 ? 1 : magnitude / 127));
}

function inputRange(activations: ArrayLike<number>): { scale: number; zeroPoint: number } {
  let [min, max] = [0, 0];
  for (let i = 0; i < activations.length; i++) {
    min = Math.min(min, activations[i]);
    max = Math.max(max, activations[i]);
  }
  if (min === max) return { scale: 1, zeroPoint: 0 };
  const scale = (max - min) / 255;
  return { scale, zeroPoint: clamp(round(-128 - min / scale), -128, 127) };
}

function round(x: number): number {
  return Math.fround(Math.fround(x + 12582912) - 12582912);
}

function toInt32(x: number): number {
  return clamp(x, -(2 ** 31), 2 ** 31 - 1);
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
