type Tensor = { codes: Int8Array | number[]; scale: number; zeroPoint: number; bits: number };
type Args = { values: Float32Array | number[]; bits: number } | { tensor: Tensor };

/** As the statement has it, in double. */
export function reference(args: Args) {
  if ('tensor' in args) {
    const { codes, scale, zeroPoint } = args.tensor;
    const afterwards = { ...args.tensor, codes: Int8Array.from(codes) };
    return { values: Float32Array.from(codes, (code) => (code - zeroPoint) * scale), afterwards };
  }
  const { bits } = args;
  const values = [...args.values].map(Math.fround);
  const isWidth = Number.isInteger(bits) && bits >= 2 && bits <= 8;
  const refused = { error: 'RangeError' };
  const quantized = isWidth && values.every(Number.isFinite) ? quantizedOf(values, bits) : refused;
  return { quantized, afterwards: { values: Float32Array.from(values) } };
}

function quantizedOf(values: number[], bits: number) {
  const low = -(2 ** (bits - 1));
  const high = 2 ** (bits - 1) - 1;
  const clamp = (code: number) => Math.min(high, Math.max(low, code));
  const min = values.reduce((least, value) => Math.min(least, value), 0);
  const max = values.reduce((most, value) => Math.max(most, value), 0);
  if (min === 0 && max === 0) return { codes: new Int8Array(values.length), scale: 1, zeroPoint: 0, bits };
  const scale = (max - min) / (2 ** bits - 1);
  const zeroPoint = clamp(halfToEven(low - min / scale));
  const codes = Int8Array.from(values, (value) => clamp(halfToEven(value / scale) + zeroPoint));
  return { codes, scale, zeroPoint, bits };
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
