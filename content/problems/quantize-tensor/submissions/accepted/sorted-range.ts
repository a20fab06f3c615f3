import type { QuantizedTensor } from './signature.ts';

/** Rounds by adding and taking away 1.5 · 2⁵², which leaves no room for halves; the range from a sorted copy. */
export function quantize(values: Float32Array, bits: number): QuantizedTensor {
  if (![2, 3, 4, 5, 6, 7, 8].includes(bits)) throw new RangeError('bits');
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  const least = Math.min(0, sorted[0] ?? 0);
  const most = Math.max(0, sorted[count - 1] ?? 0);
  // NaN is sorted to the end.
  if (!(most - least < Infinity)) throw new RangeError('value');
  const codes = new Int8Array(count);
  if (least === most) return { codes, scale: 1, zeroPoint: 0, bits };
  const half = 1 << (bits - 1);
  const scale = (most - least) / (2 * half - 1);
  // Within the codes without being cut off, since the range contains 0.
  const zeroPoint = nearest(-half - least / scale);
  for (let i = 0; i < count; i++) {
    const code = nearest(values[i] / scale) + zeroPoint;
    codes[i] = Math.max(-half, Math.min(half - 1, code));
  }
  return { codes, scale, zeroPoint, bits };
}

/** In single precision, as a GPU would. */
export function dequantize({ codes, scale, zeroPoint }: QuantizedTensor): Float32Array {
  const single = Math.fround(scale);
  const values = new Float32Array(codes.length);
  for (let i = 0; i < values.length; i++) values[i] = (codes[i] - zeroPoint) * single;
  return values;
}

const magic = 1.5 * 2 ** 52;

function nearest(x: number): number {
  return x + magic - magic;
}
