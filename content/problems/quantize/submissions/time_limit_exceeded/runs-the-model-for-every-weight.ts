import * as tf from '@tensorflow/tfjs';
import type { QuantizedDense } from './signature.ts';

// Runs the calibration batch through the model five times for every single weight.
export function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[] {
  return model.layers.map((layer) => {
    const [kernelTensor, biasTensor] = layer.getWeights();
    const [inputs, units] = kernelTensor.shape;
    const kernel = kernelTensor.dataSync();
    const scale = channelScales(kernel, units);
    let input = { scale: 1, zeroPoint: 0 };
    const values = Int8Array.from(kernel, (w, i) => {
      for (let again = 0; again < 5; again++) input = inputRange(inputOf(model, layer, calibration));
      return clamp(round(w / scale[i % units]), -127, 127);
    });
    const bias = biasTensor
      ? Int32Array.from(biasTensor.dataSync(), (b, unit) => toInt32(round(b / (input.scale * scale[unit]))))
      : null;
    return {
      kernel: { values, scale: Float32Array.from(scale), zeroPoint: new Int32Array(units), shape: [inputs, units] },
      bias,
      input,
    };
  });
}

function inputOf(model: tf.Sequential, layer: tf.layers.Layer, calibration: tf.Tensor2D): ArrayLike<number> {
  return tf.tidy(() => {
    let activations: tf.Tensor = calibration;
    let found: tf.Tensor = calibration;
    for (const each of model.layers) {
      if (each === layer) found = activations;
      activations = each.apply(activations) as tf.Tensor;
    }
    return found.dataSync();
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
  const below = Math.floor(x);
  const rest = x - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

function toInt32(x: number): number {
  return clamp(x, -(2 ** 31), 2 ** 31 - 1);
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
