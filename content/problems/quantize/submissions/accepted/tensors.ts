import * as tf from '@tensorflow/tfjs';
import type { QuantizedDense } from './signature.ts';

// Everything as tensors in float32; tf.round is half to even already. Only int32 has to be clamped outside:
// 2^31 − 1 is no float32 number.
export function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[] {
  const result: QuantizedDense[] = [];
  tf.tidy(() => {
    let activations: tf.Tensor = calibration;
    for (const layer of model.layers) {
      const [kernel, bias] = layer.getWeights();
      const input = inputOf(activations);
      const largest = kernel.abs().max(0);
      const scale = tf.where(largest.equal(0), tf.onesLike(largest), largest.div(127));
      const values = kernel.div(scale).round().clipByValue(-127, 127);
      result.push({
        kernel: {
          values: Int8Array.from(values.dataSync()),
          scale: Float32Array.from(scale.dataSync()),
          zeroPoint: Int32Array.from(tf.zerosLike(largest).dataSync()),
          shape: [...kernel.shape],
        },
        bias: bias ? saturated(bias.div(scale.mul(input.scale)).round()) : null,
        input,
      });
      activations = layer.apply(activations) as tf.Tensor;
    }
  });
  return result;
}

function inputOf(activations: tf.Tensor): { scale: number; zeroPoint: number } {
  const min = tf.minimum(activations.min(), 0);
  const range = tf.maximum(activations.max(), 0).sub(min);
  const scale = range.div(255);
  if (range.dataSync()[0] === 0) return { scale: 1, zeroPoint: 0 };
  const zeroPoint = tf.scalar(-128).sub(min.div(scale)).round().clipByValue(-128, 127);
  return { scale: scale.dataSync()[0], zeroPoint: zeroPoint.dataSync()[0] };
}

function saturated(quotients: tf.Tensor): Int32Array {
  return Int32Array.from(quotients.dataSync(), (q) => Math.max(-(2 ** 31), Math.min(q, 2 ** 31 - 1)));
}
