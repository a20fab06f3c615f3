/** Integers for the numbers `(codes − zeroPoint) · scale`. */
export type QuantizedTensor = {
  codes: Int8Array;
  scale: number;
  zeroPoint: number;
  bits: number;
};

/** Affine, one scale and zero point for the whole tensor. */
export declare function quantize(values: Float32Array, bits: number): QuantizedTensor;

/** The numbers that the codes stand for. */
export declare function dequantize(tensor: QuantizedTensor): Float32Array;
