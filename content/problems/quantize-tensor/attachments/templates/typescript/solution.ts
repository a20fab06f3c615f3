import type { QuantizedTensor } from './signature.ts';

/** Affine, one scale and zero point for the whole tensor. */
export function quantize(values: Float32Array, bits: number): QuantizedTensor {
  return { codes: new Int8Array(values.length), scale: 1, zeroPoint: 0, bits };
}

/** The numbers that the codes stand for. */
export function dequantize(tensor: QuantizedTensor): Float32Array {
  return Float32Array.from(tensor.codes);
}
