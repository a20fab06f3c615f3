import type * as tf from '@tensorflow/tfjs';

/** Integers for the numbers `(values − zeroPoint) · scale`, with one scale and one zero point for each output channel. */
export type QuantizedTensor = {
  /** In the order of the kernel: row after row, one row an input, one column an output channel. */
  values: Int8Array;
  /** One for each output channel. */
  scale: Float32Array;
  /** One for each output channel. */
  zeroPoint: Int32Array;
  /** `[inputs, units]` */
  shape: number[];
};

/** A dense layer in integers. `input` says how the numbers that come into the layer are quantized. */
export type QuantizedDense = {
  kernel: QuantizedTensor;
  /** In units of `input.scale · kernel.scale`; null where the layer has no bias. */
  bias: Int32Array | null;
  input: { scale: number; zeroPoint: number };
};

/** Quantizes a stack of dense layers after training, with a batch of inputs to calibrate on. */
export declare function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[];
