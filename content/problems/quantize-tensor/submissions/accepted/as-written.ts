import type { QuantizedTensor } from './signature.ts';

// The formulas of the statement.
export function quantize(values: Float32Array, bits: number): QuantizedTensor {
  if (!Number.isInteger(bits) || bits < 2 || bits > 8) throw new RangeError(`${bits} bits`);
  if (!values.every((x) => Number.isFinite(x))) throw new RangeError('a value is not finite');
  const low = -(2 ** (bits - 1));
  const high = 2 ** (bits - 1) - 1;
  const clamp = (code: number) => Math.min(high, Math.max(low, code));
  let min = 0;
  let max = 0;
  for (const x of values) {
    min = Math.min(min, x);
    max = Math.max(max, x);
  }
  if (min === max) return { codes: new Int8Array(values.length), scale: 1, zeroPoint: 0, bits };
  const scale = (max - min) / (2 ** bits - 1);
  const zeroPoint = clamp(round(low - min / scale));
  const codes = Int8Array.from(values, (x) => clamp(round(x / scale) + zeroPoint));
  return { codes, scale, zeroPoint, bits };
}

export function dequantize({ codes, scale, zeroPoint }: QuantizedTensor): Float32Array {
  return Float32Array.from(codes, (code) => (code - zeroPoint) * scale);
}

function round(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  const down = rest < 0.5 || (rest === 0.5 && below % 2 === 0);
  return down ? below : below + 1;
}
