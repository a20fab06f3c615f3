/** Llama-3-8B: 32 layers of width 4,096, keys and values of 1,024, 14,336 inside, 128,256 tokens. */
const parameters = 8_030_261_248;
const shapes = [
  [4096, 4096],
  [4096, 1024],
  [4096, 1024],
  [4096, 4096],
  [4096, 14336],
  [4096, 14336],
  [14336, 4096],
] as const;
const linear = 32 * shapes.reduce((sum, [rows, columns]) => sum + rows * columns, 0);
const perRank = 32 * shapes.reduce((sum, [rows, columns]) => sum + rows + columns, 0);
const adapter = (rank: number) => perRank * rank;
const share = (rank: number) => (adapter(rank) / parameters) * 100;

const base = 2 * parameters;
/** NF4 in blocks of 64 whose scales are kept in 8 bits, with a float32 for each 256 of them. */
const bitsOfScale = 8 / 64 + 32 / (64 * 256);
const nf4 = (linear * (4 + bitsOfScale)) / 8 + 2 * (parameters - linear);
const trained = 16 * adapter(16);

const hundred = 100 * 2 * adapter(16);
const batchOfAdapters = 32 * 2 * adapter(16);

const { bf16, fp16, int4, requantized } = mergeByFormat();

export const figures: [number, number][] = [
  [2 * adapter(16), 0],
  [(2 * adapter(16)) / 2 ** 20, 0],
  [Math.floor(base / (2 * adapter(16))), 0],
  [perRank / 32, 0],
  [perRank, 0],
  [adapter(16), 0],
  [share(16), 2],
  [adapter(64), 0],
  [share(64), 2],
  [adapter(256), 0],
  [share(256), 2],
  [(2 * adapter(16)) / 1e6, 1],
  [(2 * adapter(64)) / 1e6, 1],
  [(2 * adapter(256)) / 1e6, 1],
  [base / 1e9, 1],
  [(16 * parameters) / 1e9, 1],
  [trained / 1e9, 2],
  [(base + trained) / 1e9, 1],
  [linear / 1e9, 2],
  [4 + bitsOfScale, 3],
  [nf4 / 1e9, 1],
  [(nf4 + trained) / 1e9, 1],
  [hundred / 1e9, 2],
  [(100 * base) / 1e9, 0],
  [batchOfAdapters / 1e9, 2],
  [(batchOfAdapters / base) * 100, 1],
  [((2 * adapter(16)) / 50e9) * 1e3, 1],
  [16 / Math.sqrt(16), 0],
  [16 / Math.sqrt(256), 0],
  [2 ** -13 * 1e6, 0],
  [bf16.unchanged, 1],
  [bf16.error, 1],
  [fp16.unchanged, 1],
  [fp16.error, 1],
  [int4.unchanged, 0],
  [int4.error, 0],
  [requantized.moved, 1],
  [requantized.noise, 0],
];

const millions = Math.round(adapter(16) / 1e6);
export const phrases = {
  en: [`${millions} million parameters`],
  zh: [`${(millions * 100).toLocaleString('en-US')} 万参数`],
};

export const answers: Record<string, number> = {
  'adapter-file': 2 * adapter(16),
  'lora-rank-16': adapter(16),
  'merged-entry': -0.25 + (2 / 1) * -0.4 * 0.5,
};

/** An adapter's changes, of a hundredth of the weights' size, added and stored again: what is left of them. */
function mergeByFormat() {
  let seed = 1;
  const normal = () => {
    let total = 0;
    for (let i = 0; i < 12; i += 1) {
      seed = (seed * 16807) % 2147483647;
      total += seed / 2147483647;
    }
    return total - 6;
  };
  const weights: number[] = [];
  const changes: number[] = [];
  for (let i = 0; i < 4096; i += 1) {
    weights.push(0.02 * normal());
    changes.push(0.0002 * normal());
  }
  const inGroups = weights.map((_, i) => {
    const start = i - (i % 64);
    return Math.max(...weights.slice(start, start + 64).map(Math.abs)) / 7;
  });
  const size = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
  const measure = (store: (value: number, i: number) => number) => {
    const before = weights.map(store);
    const after = before.map((weight, i) => store(weight + (changes[i] ?? 0), i));
    const missed = after.map((value, i) => value - (before[i] ?? 0) - (changes[i] ?? 0));
    return {
      unchanged: (after.filter((value, i) => value === before[i]).length / after.length) * 100,
      error: (size(missed) / size(changes)) * 100,
    };
  };
  const inInt4 = (value: number, i: number) => Math.round(value / (inGroups[i] ?? 1)) * (inGroups[i] ?? 1);
  const merged = weights.map((weight, i) => weight + (changes[i] ?? 0));
  const moved = weights.filter((weight, i) => inInt4(weight, i) !== inInt4(merged[i] ?? 0, i));
  return {
    requantized: {
      moved: (moved.length / weights.length) * 100,
      noise: size(merged.map((value, i) => inInt4(value, i) - value)) / size(changes),
    },
    bf16: measure((value) => roundedTo(8, value)),
    fp16: measure((value) => roundedTo(11, value)),
    int4: measure(inInt4),
  };
}

/** To so many significant bits; no value here is small enough to be subnormal in bf16, and few in fp16. */
function roundedTo(bits: number, value: number): number {
  if (value === 0) return 0;
  const unit = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(value))), bits === 11 ? -14 : -126) - bits + 1);
  return Math.round(value / unit) * unit;
}
