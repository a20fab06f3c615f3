/** Ways to make a whole number of a quotient. */
export const roundings = {
  toEven: (x: number) => {
    const below = Math.floor(x);
    const over = x - below;
    if (over === 0.5) return 2 * Math.round(below / 2);
    return over < 0.5 ? below : below + 1;
  },
  away: (x: number) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5),
  up: (x: number) => Math.floor(x + 0.5),
  truncated: (x: number) => Math.trunc(x),
};
const round = roundings.toEven;

const clamp = (x: number, least: number, most: number) => Math.min(Math.max(x, least), most);
/** What is left of a number in so few bits. */
export const wrapped = (x: number, bits: number) => {
  const kept = ((x % 2 ** bits) + 2 ** bits) % 2 ** bits;
  return kept < 2 ** (bits - 1) ? kept : kept - 2 ** bits;
};

type Grid = { scale: number; zeroPoint: number; low: number; high: number };

/** Affine codes for a range, which is widened to contain 0. */
export function affine(
  [min, max]: readonly [number, number],
  bits: number,
  steps: number = 2 ** bits - 1,
): Grid {
  const low = -(2 ** (bits - 1));
  const [least, most] = [Math.min(min, 0), Math.max(max, 0)];
  const scale = (most - least) / steps;
  return { scale, zeroPoint: clamp(round(low - least / scale), low, -low - 1), low, high: -low - 1 };
}

export function symmetric(largest: number, bits: number): Grid {
  const high = 2 ** (bits - 1) - 1;
  return { scale: largest / high, zeroPoint: 0, low: -high, high };
}

const unclamped = (x: number, { scale, zeroPoint }: Grid) => round(x / scale) + zeroPoint;
const code = (x: number, grid: Grid) => clamp(unclamped(x, grid), grid.low, grid.high);
const back = (q: number, { scale, zeroPoint }: Grid) => (q - zeroPoint) * scale;
const errors = (values: readonly number[], grid: Grid) => values.map((x) => back(code(x, grid), grid) - x);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const rms = (values: readonly number[]) => Math.sqrt(sum(values.map((x) => x * x)) / values.length);

/** The tensor that is quantized by hand, in 4 bits. */
export const tensor = [-1.1, 0, 0.25, 0.75, 3.1, 6.4];
const range = [-1.1, 6.4] as const;
export const grid = affine(range, 4);
const by16 = affine(range, 4, 16);
const even = symmetric(6.4, 4);
const inEightBits = affine(range, 8);
const beyond = unclamped(9, grid);
const exactZeroPoint = grid.low - range[0] / grid.scale;
const unsignedZeroPoint = grid.zeroPoint - grid.low;
/** Codes with a sign, and the zero point that belongs to those without. */
const unsignedByMistake = { ...grid, zeroPoint: unsignedZeroPoint };

/** Activations of a layer in 8 bits, as the checks have them. */
const activations = affine([-0.6, 4.5], 8);

/** Values from 5 to 6, with a range that ends where they do. */
const narrow = { scale: 1 / 255, low: -128, high: 127 };
const zeroPointOfNarrow = -128 - 5 / narrow.scale;
export const collapsed = [5, 5.5, 6].map((x) => {
  const clamped = { ...narrow, zeroPoint: clamp(round(zeroPointOfNarrow), -128, 127) };
  return back(code(x, clamped), clamped);
});

/** A channel whose scale was taken from its largest weight, not from the largest magnitude. */
const cutOff = symmetric(0.2, 8);

/** One output: three inputs on the grid above, weights in 8 bits, a bias. */
const inputs = [3.1, 0.75, 0];
const weights = [1.27, 0.3, -0.6];
const bias = 0.2;
const channel = symmetric(1.27, 8);
const unit = grid.scale * channel.scale;
const inputCodes = inputs.map((x) => code(x, grid));
const weightCodes = weights.map((w) => code(w, channel));
const terms = inputCodes.map((q, i) => (q - grid.zeroPoint) * (weightCodes[i] ?? 0));
const plainTerms = inputCodes.map((q, i) => q * (weightCodes[i] ?? 0));
const biasCode = round(bias / unit);
const total = sum(terms) + biasCode;
const exact = sum(inputs.map((x, i) => x * (weights[i] ?? 0))) + bias;
export const sums = { direct: sum(terms), corrected: sum(plainTerms) - grid.zeroPoint * sum(weightCodes) };

const int16 = 2 ** 15 - 1;
const int32 = 2 ** 31 - 1;
const largestTerm = 255 * 127;
const epsilon = 1e-12;
const outputs = affine([0, 10.2], 8);
const toOutputs = unit / outputs.scale;

const said = (x: number) => String(Number(x.toFixed(2)) || 0).replace('-', '−');
const row = (cells: readonly number[]) => `| ${cells.map(said).join(' | ')} |`;
const byHand = tensor.map((x) =>
  row([
    x,
    x / grid.scale,
    round(x / grid.scale),
    code(x, grid),
    back(code(x, grid), grid),
    back(code(x, grid), grid) - x,
  ]),
);
const ties = [-1.5, -0.5, 0.5, 1.5, 2.5, 3.5];
const tieRows = Object.values(roundings).map((by) => {
  const positive = ties.filter((x) => x > 0);
  return row([...ties.map(by), sum(positive.map((x) => by(x) - x)) / positive.length]);
});
const told = [
  ...byHand,
  row(ties),
  ...tieRows,
  said(exactZeroPoint),
  said(grid.zeroPoint),
  said((grid.zeroPoint - exactZeroPoint) * grid.scale),
  said(wrapped(beyond, 4)),
];

export const figures: [number, number][] = [
  [grid.scale, 1],
  [unsignedZeroPoint, 0],
  [unclamped(6.4, unsignedByMistake), 0],
  [back(code(6.4, unsignedByMistake), unsignedByMistake), 1],
  [by16.scale, 3],
  [6.4 / by16.scale, 2],
  [unclamped(6.4, by16), 0],
  [even.scale, 3],
  [rms(errors(tensor, even)), 3],
  [rms(errors(tensor, grid)), 3],
  [grid.scale / Math.sqrt(12), 3],
  [inEightBits.scale, 4],
  [inEightBits.scale / Math.sqrt(12), 4],
  [grid.scale / inEightBits.scale, 0],
  [1 / Math.sqrt(12), 3],
  [1 / Math.sqrt(3), 3],
  [Math.sqrt(1024 / 12), 1],
  [1024 / 2, 0],
  [beyond, 0],
  [back(code(9, grid), grid), 1],
  [back(wrapped(beyond, 4), grid), 0],
  [127 - activations.zeroPoint, 0],
  [-wrapped(127 - activations.zeroPoint, 8), 0],
  [-zeroPointOfNarrow, 0],
  [affine([5, 6], 8).scale, 4],
  [narrow.scale, 4],
  [-unclamped(-1, cutOff), 0],
  [-back(code(-1, cutOff), cutOff), 1],
  [100 / 128, 1],
  [int32, 0],
  [int32 * 0.5 * epsilon, 5],
  [10 / 255, 4],
  [6 / 255, 4],
  [10 / 6, 2],
  [(2 + 6) / 2, 0],
  [round(0.5 / (6 / 255)) + 1, 0],
  [terms[0] ?? 0, 0],
  [terms[1] ?? 0, 0],
  [biasCode, 0],
  [total, 0],
  [total * unit, 2],
  [exact, 3],
  [unit, 3],
  [sum(plainTerms), 0],
  [sum(weightCodes), 0],
  [-grid.zeroPoint * sum(weightCodes), 0],
  [round(bias / channel.scale) * unit, 1],
  [0.5 / (0.02 * 0.001), 0],
  [127 * 0.02 * 0.001, 5],
  [largestTerm, 0],
  [Math.floor(int32 / largestTerm), 0],
  [2 * largestTerm, 0],
  [int16, 0],
  [2 * 255 * 64, 0],
  [2 * 128 * 128, 0],
  [2 * 127 * 128, 0],
  [toOutputs, 3],
  [total * toOutputs, 2],
  [round(total * toOutputs), 0],
  [round(total * toOutputs) * outputs.scale, 2],
];

export const phrases = { en: told, zh: told };

export const answers = {
  'zero-point': activations.zeroPoint,
  'wrapped-around': back(wrapped(unclamped(6, activations), 8), activations),
  'bias-code': round(-0.35 / (0.02 * 0.005)),
};
