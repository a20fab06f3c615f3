import type { QuantizedTensor } from './signature.ts';

/** Rounds by adding and taking away 1.5 · 2⁵², which leaves no room for halves; the range from a sorted copy. */
export function quantize(values: Float32Array, bits: number): QuantizedTensor {
  if (![2, 3, 4, 5, 6, 7, 8].includes(bits)) throw new RangeError('bits');
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  if (count > 0 && !(sorted[0] > -Infinity && sorted[count - 1] < Infinity)) throw new RangeError('value');
  const least = count > 0 && sorted[0] < 0 ? sorted[0] : 0;
  const most = count > 0 && sorted[count - 1] > 0 ? sorted[count - 1] : 0;
  const codes = new Int8Array(count);
  if (least === most) return { codes, scale: 1, zeroPoint: 0, bits };
  const half = 1 << (bits - 1);
  const scale = (most - least) / (2 * half - 1);
  let zeroPoint = nearest(-half - least / scale);
  if (zeroPoint < -half) zeroPoint = -half;
  if (zeroPoint > half - 1) zeroPoint = half - 1;
  for (let i = 0; i < count; i++) {
    const code = nearest(values[i] / scale) + zeroPoint;
    codes[i] = code < -half ? -half : code > half - 1 ? half - 1 : code;
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
