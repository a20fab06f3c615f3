import type { QuantizedTensor } from './signature.ts';

export function quantize(values: Float32Array, bits: number): QuantizedTensor {
  const scale = Math.max(...values) / 127;
  return { codes: Array.from(values, (x) => Math.round(x / scale)), scale, zeroPoint: 0, bits };
}

export function dequantize({ codes, scale }: QuantizedTensor): Float32Array {
  return Float32Array.from(codes, (code) => code * scale);
}
