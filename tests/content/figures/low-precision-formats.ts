import { h100, llama3 } from '../known.ts';

/** A float: mantissa bits, exponent of the smallest normal number, largest value. */
type Format = { mantissa: number; least: number; top: number };
const fp32 = { mantissa: 23, least: -126, top: 3.4028234663852886e38 };
const bf16 = { mantissa: 7, least: -126, top: 3.3895313892515355e38 };
const fp16 = { mantissa: 10, least: -14, top: 65_504 };
const e5m2 = { mantissa: 2, least: -14, top: 57_344 };
const e4m3 = { mantissa: 3, least: -6, top: 448 };
const e2m1 = { mantissa: 1, least: 0, top: 6 };

const normal = ({ least }: Format) => 2 ** least;
const smallest = ({ least, mantissa }: Format) => 2 ** (least - mantissa);
const error = ({ mantissa }: Format) => 2 ** -(mantissa + 1) * 100;
const span = (format: Format) => Math.log2(format.top / smallest(format));
/** As the table has it, with a minus sign at which no line is broken: 1.2e−38. */
const scientific = (value: number) => {
  const [digits = '', exponent = ''] = value.toExponential(1).split('e');
  return `${digits}e${Number(exponent)}`.replace('-', '−');
};

export function toFloat(x: number, { mantissa, least, top }: Format): number {
  if (x === 0) return 0;
  const unit = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(x))), least) - mantissa);
  return Math.sign(x) * Math.min(toEven(Math.abs(x) / unit) * unit, top);
}

function toEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

function counterStops(format: Format): number {
  let sum = 0;
  while (toFloat(sum + 1, format) > sum) sum = toFloat(sum + 1, format);
  return sum;
}

type Rounding = (values: number[]) => number[];
const largest = (values: number[]) => Math.max(...values.map(Math.abs));
const inBlocks =
  (size: number, round: Rounding): Rounding =>
  (values) =>
    Array.from({ length: values.length / size }, (_, i) =>
      round(values.slice(i * size, (i + 1) * size)),
    ).flat();
const scaledTo =
  (format: Format): Rounding =>
  (values) => {
    const scale = largest(values) / format.top;
    return values.map((value) => toFloat(value / scale, format) * scale);
  };
const integers =
  (bits: number): Rounding =>
  (values) => {
    const scale = largest(values) / (2 ** (bits - 1) - 1);
    return values.map((value) => toEven(value / scale) * scale);
  };
/** A block with a scale that is a power of two, chosen as the MX specification has it. */
const micro =
  (format: Format): Rounding =>
  (values) => {
    const scale = 2 ** (Math.floor(Math.log2(largest(values))) - Math.floor(Math.log2(format.top)));
    return values.map((value) => toFloat(value / scale, format) * scale);
  };
const nvfp4: Rounding = (values) => {
  const ofTensor = largest(values) / (e4m3.top * e2m1.top);
  return inBlocks(16, (block) => {
    const scale = toFloat(largest(block) / e2m1.top / ofTensor, e4m3) * ofTensor;
    return block.map((value) => toFloat(value / scale, e2m1) * scale);
  })(values);
};
export const mxfp4 = micro(e2m1);

function normals(count: number): number[] {
  let seed = 1;
  return Array.from({ length: count }, () => {
    let total = 0;
    for (let i = 0; i < 12; i += 1) {
      seed = (seed * 16807) % 2147483647;
      total += seed / 2147483647;
    }
    return total - 6;
  });
}

const values = normals(4096);
const isOutlier = (i: number) => i % 512 === 0;
/** Relative error, in per cent, of the values beside every 512th, which is made `times` as large. */
function errorOf(round: Rounding, times = 1): number {
  const before = values.map((value, i) => (isOutlier(i) ? value * times : value));
  const after = round(before);
  let missed = 0;
  let size = 0;
  for (const [i, value] of before.entries()) {
    if (isOutlier(i)) continue;
    missed += ((after[i] ?? 0) - value) ** 2;
    size += value ** 2;
  }
  return Math.sqrt(missed / size) * 100;
}

export const errors = {
  bf16: (times?: number) => errorOf((all) => all.map((value) => toFloat(value, bf16)), times),
  int8: (times?: number) => errorOf(integers(8), times),
  int8Blocks: (times?: number) => errorOf(inBlocks(128, integers(8)), times),
  e4m3: (times?: number) => errorOf(scaledTo(e4m3), times),
  e4m3Blocks: (times?: number) => errorOf(inBlocks(128, scaledTo(e4m3)), times),
  e5m2: (times?: number) => errorOf(scaledTo(e5m2), times),
  mxfp8: (times?: number) => errorOf(inBlocks(32, micro(e4m3)), times),
  int4Blocks: (times?: number) => errorOf(inBlocks(32, integers(4)), times),
  mxfp4: (times?: number) => errorOf(inBlocks(32, mxfp4), times),
  nvfp4: (times?: number) => errorOf(nvfp4, times),
};

const block = [0.9, -0.13, 0.02, 0.3];
const divided = block.map((value) => value * 8);
const micros = mxfp4(block);
const fine = toFloat(0.9 / 6, e4m3);
const nvidia = block.map((value) => toFloat(value / fine, e2m1) * fine);

const spacing = 2 ** (Math.floor(Math.log2(0.1)) - 7);

const linear = 32 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 14_336);
const rest = 2 * (llama3.parameters - linear);
/** The head is as large. */
const embedding = rest / 2;
const gigabytes = (bits: number) => ((linear * bits) / 8 + rest) / 1e9;
const readMs = (bits: number) => ((gigabytes(bits) * 1e9) / h100.bandwidth) * 1e3;

export const figures: [number, number][] = [
  [fp16.top, 0],
  [e5m2.top, 0],
  [e4m3.top, 0],
  [normal(e4m3), 4],
  [smallest(e4m3), 5],
  [normal(e2m1), 0],
  [smallest(e2m1), 1],
  [error(fp32), 6],
  [error(bf16), 2],
  [error(fp16), 3],
  [error(e5m2), 1],
  [error(e4m3), 2],
  [error(e2m1), 0],
  [span(fp16), 0],
  [span(e5m2), 0],
  [span(e4m3), 0],
  [8 + 32 / 128, 2],
  [8 + 8 / 32, 2],
  [4 + 8 / 32, 2],
  [4 + 8 / 16, 1],
  ...divided.map((value): [number, number] => [Math.abs(value), Number.isInteger(value * 10) ? 1 : 2]),
  [micros[0] ?? 0, 2],
  [-(micros[1] ?? 0), 3],
  [micros[3] ?? 0, 2],
  [fine, 5],
  [nvidia[0] ?? 0, 4],
  [-(nvidia[1] ?? 0), 5],
  [nvidia[3] ?? 0, 4],
  ...Object.values(errors).flatMap((of) =>
    [1, 100, 100_000].map((times): [number, number] => [of(times), 2]),
  ),
  [errors.mxfp4() / 100, 3],
  [spacing, 6],
  [counterStops(fp16), 0],
  [counterStops(e4m3), 0],
  [linear / 1e9, 2],
  [rest / 1e9, 1],
  ...[16, 8, 4.5, 4.25].flatMap((bits): [number, number][] => [
    [gigabytes(bits), 2],
    [readMs(bits), 2],
  ]),
  [gigabytes(16) / gigabytes(4.25), 1],
  [embedding / 1e9, 2],
  [(gigabytes(16) - embedding / 1e9) / (gigabytes(4.25) - embedding / 1e9), 1],
  [h100.fp8 / 1e12, 0],
];

const inBoth = [
  scientific(fp32.top),
  scientific(bf16.top),
  ...[fp32, bf16, fp16, e5m2].flatMap((format) => [scientific(normal(format)), scientific(smallest(format))]),
];
export const phrases = { en: inBoth, zh: inBoth };

export const answers = {
  'where-bf16-stops': counterStops(bf16),
  'mxfp4-value': mxfp4([22, 9])[1] ?? 0,
};
