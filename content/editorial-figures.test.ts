import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chanceFrom } from './random.ts';

/** What stands at each `#` of a sentence, in English and in Chinese; one where both write it alike, '' where one has it alone. */
type Sentence = [figures: number[], en: string, zh?: string];

/** What the last figures of a row must be, from its cells. */
type Row = (cells: string[], row: number) => number[];

const figure = String.raw`[−-]?\d+(?:(?:,|\{,\})\d{3})*(?:\.\d+)?`;
const figuresOf = (text = '') => text.match(new RegExp(figure, 'g')) ?? [];
const numberOf = (told: string) => Number(told.replaceAll(/[{},]/g, '').replace('−', '-'));
const firstOf = (cell?: string) => numberOf(figuresOf(cell)[0] ?? 'none');
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const card = { bandwidth: 3.35e12, peak: 989e12, memory: 80e9 };
const llama = { parameters: 8_030_261_248, bytesOfToken: 32 * 8 * 2 * 128 * 2 };

function decode(bits: number, sequences: number, context: number) {
  const bytes = (llama.parameters * bits) / 8 + sequences * context * llama.bytesOfToken;
  const computing = (2 * llama.parameters * sequences) / card.peak;
  const seconds = Math.max(bytes / card.bandwidth, computing);
  return { seconds, speed: sequences / seconds, isCompute: computing === seconds };
}

/** A tenth of the card stays free; as many sequences of 8,192 tokens as fit. */
const room = 0.9 * card.memory - 2 * llama.parameters;
const ofSequence = 8192 * llama.bytesOfToken;
const fitting = Math.floor(room / ofSequence);
const readInStep = ({ weightBits = 16, cacheBits = 16 }) =>
  (llama.parameters * weightBits) / 8 + (fitting * ofSequence * cacheBits) / 16;

/** By Simpson’s rule; above 9, nothing of a normal distribution is left. */
function integral(of: (x: number) => number, to = 9): number {
  const weight = (i: number) => (i % 400 === 0 ? 1 : 2 + 2 * (i % 2));
  return (sum(Array.from({ length: 401 }, (_, i) => weight(i) * of((i * to) / 400))) * to) / 1200;
}
const density = (x: number) => Math.sqrt(2 / Math.PI) * Math.exp((-x * x) / 2);
/** Of normally distributed numbers, the share whose magnitude is less. */
const shareBelow = (magnitude: number) => integral(density, Math.min(9, magnitude));
const half = where(shareBelow, 0.5);
const halfOfBoth = where((x) => (shareBelow(x) + shareBelow(4 * x)) / 2, 0.5);
/** A weight of four goes where at most one of the other three is smaller. */
const goesOfFour = (x: number) => (1 - shareBelow(x)) ** 3 + 3 * shareBelow(x) * (1 - shareBelow(x)) ** 2;
const ofSquares = (x: number) => x ** 2 * density(x);
const largestOf = (count: number) => integral((x) => 1 - (1 - (1 - shareBelow(x)) / 2) ** count);

const scaleOf = (range: number, bits: number) => range / (2 ** bits - 1);
const sentInRing = (tokens: number) => 2 * (7 / 8) * tokens * 8192 * 2;
const unitOf = (cell = '') => (cell.includes('GB') ? 1e9 : cell.includes('MB') ? 1e6 : 1);

/** The powers of two that round to infinity, and to 0. */
const ends: Record<string, number[]> = {
  float16: [16, -25],
  float32: [128, -150],
  bfloat16: [128, -134],
  float64: [1024, -1075],
};

const gptqErrors = new Map([0, 0.5, 0.8, 0.95].map((correlation) => [correlation, errorsAt(correlation)]));

const editorials: Record<string, { row: Row; sentences: Sentence[] }> = {
  'decode-tokens-per-second': {
    row: ([bits, sequences, context, , , bound = '']) => {
      const step = decode(firstOf(bits), firstOf(sequences), firstOf(context));
      expect(/compute|算力/.test(bound)).toBe(step.isCompute);
      return [1e3 * step.seconds, step.speed];
    },
    sentences: [
      [[decode(16, 64, 1024).speed / decode(16, 1, 1024).speed], '# times as many tokens', '单个序列的 # 倍'],
      [[card.peak / card.bandwidth], '$989 / 3.35 = #$'],
    ],
  },
  'global-pruning': {
    row: (_, row) => {
      const global = [halfOfBoth, 100 * shareBelow(halfOfBoth), 100 * shareBelow(4 * halfOfBoth)];
      return row === 0 ? [half, half / 4, 50, 50] : global;
    },
    sentences: [
      [[2 ** 7], 'only # values between 1 and 2', '在 1 和 2 之间只有 # 个值'],
      [[100 / 8, 200 / 8, 300 / 8], 'prune # %, # %, # % and so on', '剪到 # %、# %、# % …'],
      [[0.29 * 100], String.raw`$0.29 \cdot 100$ is #.`, String.raw`$0.29 \cdot 100$ 等于 #，`],
      [[Math.floor(0.29 * 100)], '`Math.floor` makes # of it', '`Math.floor` 得 #'],
      [[Math.round(0.29 * 100)], '`Math.round` #.', '`Math.round` 得 #。'],
      [[1 + 16 / 2, 1 + 16 / 10], '# bits at 50 %, # at 90 %', '50 % 时 # 位，90 % 时 # 位'],
    ],
  },
  'gptq-step': {
    row: ([correlation]) => gptqErrors.get(firstOf(correlation)) ?? [],
    sentences: [
      [[0.4 ** 2, 0.3 ** 2, 0.4 ** 2 + 0.3 ** 2 + 1.6 * 0.12], String.raw`$# + # + 1.6 \cdot 0.12 = #$`],
      [[2.3 + 0.4 * 0.8], String.raw`$2.3 + 0.4 \cdot 0.8 = #$`],
      [[0.4 ** 2 * (1 - 0.8 ** 2)], String.raw`$0.16 \cdot 0.36 = #$`],
      [[(3 - 2.62) ** 2], '$0.38^2 = #$'],
      [[0.4 ** 2 * 0.36 + 0.38 ** 2], '**#** in all', '共 **#**'],
    ],
  },
  'kl-with-temperature': {
    row: ([cell]) => {
      const t = firstOf(cell);
      const p = softmax([4, 2, 0], t);
      const divergence = sum(p.map((each) => each * Math.log(3 * each)));
      return [...p, divergence, t ** 2 * divergence, t * ((p[0] ?? 0) - 1 / 3)];
    },
    sentences: [
      [[(2 ** 2 + 2 ** 2) / 6], String.raw`\sum (t_i - \bar t)^2 = #$`],
      [[-Math.log(1e-12)], 'the loss at some # a row', '每行的损失不超过约 #：'],
    ],
  },
  'kv-cache-bytes': {
    row: ([, layers, heads]) => {
      const [count = 0, size = 0] = figuresOf(heads).map(numberOf);
      const ofToken = firstOf(layers) * count * 2 * size * 2;
      return [ofToken / 2 ** 10, (ofToken * 131_072) / 2 ** 30];
    },
    sentences: [
      [[64 + 2 * 4], String.raw`$64 + 2 \cdot 4 = #$`],
      [[(72 * 8) / 128, 256 / 72], '# bits a number, # times less', '平均每个数 # 位，缩小 # 倍'],
      [[100 * 32, 16 * Math.ceil(1700 / 16)], 'take # places, not #.', '占 # 个位置，而不是 # 个。'],
      [[16 * Math.ceil(100 / 16)], 'pages of 16 keep # places', '一页 16，要占 # 个位置'],
      [[room / 1e9], 'leaves # GB for', '还剩 # GB 给'],
      [
        [fitting, Math.floor((2 * room) / ofSequence)],
        'is # sequences of 8,192 tokens; at 8 bits, #.',
        '能放 # 个长 8,192 的序列；cache 用 8 位则是 # 个。',
      ],
      [
        [fitting, (100 * fitting * ofSequence) / readInStep({})],
        'at # sequences # % of the bytes',
        '：# 个序列时，读的字节有 # % 是 cache',
      ],
      [[readInStep({}) / readInStep({ cacheBits: 8 })], 'a step # times as fast, and', '就是原来的 # 倍'],
      [[readInStep({}) / readInStep({ weightBits: 4 })], 'only # times as fast', '速度只有原来的 # 倍'],
    ],
  },
  'lora-merge': {
    row: ([rank]) => [16 / firstOf(rank), 16 / Math.sqrt(firstOf(rank))],
    sentences: [
      [[Math.sqrt(64)], '# times at rank 64', '秩为 64 时差 # 倍'],
      [[16 * (4096 + 4096)], String.raw`$16 \cdot (4096 + 4096) = #$`],
      [[(100 * 32) / 4096, 4096 ** 2], '# % of the #.', ''],
      [[4096 ** 2, (100 * 32) / 4096], '', '是 # 的 # %'],
      [[(100 * 32) / 4096], 'the same # % of arithmetic', '运算量也只多 # %'],
      [[(2 * 16 * 4096 ** 2) / 1e9], '= #$ billion operations', ''],
      [[(2 * 16 * 4096 ** 2) / 1e8], '', '= #$ 亿次运算'],
    ],
  },
  'quantize-tensor': {
    row: ([cell]) => {
      const bits = firstOf(cell);
      const error = scaleOf(7.8, bits) / Math.sqrt(12);
      return [2 ** bits - 1, scaleOf(7.8, bits), error, -20 * Math.log10(error)];
    },
    sentences: [
      [[-largestOf(10_000), largestOf(10_000)], 'lie between some # and #, a', '大约落在 # 到 # 之间'],
      [[2 * 3.9], 'a range of #.', '之间，范围 #。'],
      [[20 * Math.log10(2)], 'About # dB a bit', '大约每位 # dB'],
      [
        [100 + 3.9, scaleOf(103.9, 8), Math.log2(7.8 / scaleOf(103.9, 8) + 1)],
        'makes the range # and the scale at 8 bits #: as if it had # bits',
        '范围就变成 #，8 位的 scale 是 #，相当于只剩 # 位',
      ],
    ],
  },
  'stable-softmax': {
    row: ([type = '']) => (ends[type.trim()] ?? []).map((exponent) => exponent * Math.LN2),
    sentences: [
      [[-1075 * Math.LN2], 'smaller than $e^{#}$', '小于最大项的 $e^{#}$'],
      [[(8192 ** 2 * 2) / 1e6], 'would take # MB', '每个头要占 # MB'],
    ],
  },
  'tensor-parallel': {
    row: ([tokens, each, pass]) => {
      const sent = sentInRing(firstOf(tokens));
      return [sent / unitOf(each), (160 * sent) / unitOf(pass), (160 * sent) / 450e6];
    },
    sentences: [
      [[2 * 80], 'but # all-reduces of some', '但 # 次 all-reduce，'],
      [[160 * 0.01], '10 µs latency make # ms', '10 µs 延迟，就是 # ms'],
      // Llama-3-70B has 70,553,706,496 parameters.
      [[(2 * 70_553_706_496) / 8 / 3.35e9], 'against # ms', '八分之一的权重是 # ms'],
      [[(160 * sentInRing(2048)) / 50e6], 'the last line would take # ms', '最后一行要 # ms'],
      [[2, 1, 0].map((more) => Math.floor((11_008 + more) / 3)), '3 ranks are #, #, #;', '是 #、#、#；'],
    ],
  },
  'top-k-top-p': {
    row: (_, row) => {
      const seen = [0.3, 0.2, 0.15, 0.1].map((each) => (row === 0 ? each / 0.75 : each));
      return [...seen, staying(seen, 0.6)];
    },
    sentences: [
      [[staying(softmax([2, 1, 0], 1), 0.9)], 'keep # tokens at $p = 0.9$', '$T = 1$ 留 # 个（'],
      [softmax([2, 1, 0], 1), '$T = 1$ (#, #, #)', '个（#、#、#），'],
      [[staying(softmax([2, 1, 0], 2), 0.9)], 'all # at $T = 2$', '$T = 2$ 则 # 个全留'],
      [softmax([2, 1, 0], 2), '$T = 2$ (#, #, #)', '个全留（#、#、#）'],
    ],
  },
  'two-four-sparsity': {
    row: ([type]) => {
      const bits = firstOf(type);
      return [bits, bits / 2, 1, bits / 2 + 1, (100 * (bits / 2 + 1)) / bits];
    },
    sentences: [
      [[(4096 ** 2 * 2) / 1e6, (4096 ** 2 * 9) / 8e6], 'from # MB to # MB', '从 # MB 缩到 # MB'],
      [[16 / 9], '$16/9 = #$'],
      [
        [100 * integral(ofSquares, half), 100 * integral((x) => ofSquares(x) * goesOfFour(x))],
        'removes # % of the sum of squares, two of each four # %',
        '损失 # % 的平方和，2:4 损失 # %',
      ],
    ],
  },
};

describe.each(Object.entries(editorials))('the editorial of %s', (slug, { row, sentences }) => {
  describe.each(['en', 'zh'] as const)('in %s', async (locale) => {
    const file = join(import.meta.dirname, 'problems', slug, `solution/solution.${locale}.md`);
    const text = await readFile(file, 'utf8');
    const told = sentences.map(([figures, en, zh = en]) => ({ figures, sentence: { en, zh }[locale] }));

    test('has a table of what comes out', () => {
      const rows = rowsOf(text);
      expect(rows.length).toBeGreaterThan(1);
      for (const [place, cells] of rows.entries()) {
        const computed = row(cells, place);
        expectTold(figuresOf(cells.join('|')).slice(-computed.length), computed);
      }
    });

    test.each(told.filter(({ sentence }) => sentence !== ''))('says: $sentence', ({ figures, sentence }) => {
      expectTold(figuresAt(sentence, text), figures);
    });
  });
});

test('a figure that is off in its last place is found, and so is a sentence that is gone', () => {
  const text = 'It takes 1{,}835.1 MB.';
  expect(() => expectTold(figuresAt('takes # MB', text), [1835.08])).not.toThrow();
  expect(() => expectTold(figuresAt('takes # MB', text), [1835.04])).toThrow('1835.1');
  expect(() => figuresAt('took # MB', text)).toThrow('took # MB');
  expect(() => figuresAt('# MB', `${text} ${text}`)).toThrow('once');
});

/** Computed figures are those that are told, to as many places. */
function expectTold(told: string[], computed: number[]): void {
  const places = told.map((each) => each.split('.')[1]?.length ?? 0);
  expect(told.map(numberOf)).toEqual(computed.map((value, i) => Number(value.toFixed(places[i]))));
}

function figuresAt(sentence: string, text: string): string[] {
  const parts = sentence.split('#').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const found = [...text.matchAll(new RegExp(parts.join(`(${figure})`), 'g'))];
  expect(found, `“${sentence}” stands there once`).toHaveLength(1);
  return found.flatMap(([, ...figures]) => figures);
}

/** The cells of a text’s only table, without its head. */
function rowsOf(text: string): string[][] {
  const [, , ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.map((row) => row.slice(1, -1).split('|'));
}

/** Where a growing function reaches a value, from 0 to 9. */
function where(growing: (x: number) => number, value: number): number {
  let [low, high] = [0, 9];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (growing(middle) < value) low = middle;
    else high = middle;
  }
  return low;
}

function softmax(logits: number[], temperature: number): number[] {
  const powers = logits.map((logit) => Math.exp(logit / temperature));
  return powers.map((power) => power / sum(powers));
}

/** How many tokens top-p keeps. */
function staying(probabilities: number[], p: number): number {
  return probabilities.findIndex((_, i) => sum(probabilities.slice(0, i + 1)) >= p) + 1;
}

type Matrix = Float64Array[];

/** In per cent, of forty layers together: to nearest and by GPTQ with 4 bits, and the same with 3. */
function errorsAt(correlation: number): number[] {
  const draws = Array.from({ length: 40 }, (_, i) => costsOf(drawn(i + 1, correlation)));
  const [outputs = 1, ...costs] = draws.reduce((a, b) => a.map((cost, k) => cost + (b[k] ?? 0)));
  return costs.map((cost) => 100 * Math.sqrt(cost / outputs));
}

/** As the package draws a layer: 48 outputs, 64 inputs that have a part in common, 512 examples. */
function drawn(seed: number, correlation: number): { weights: Matrix; hessian: Matrix } {
  const { whole } = chanceFrom(seed);
  const random = () => whole(0, 2 ** 32 - 1) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weights = Array.from({ length: 48 }, () => Float64Array.from({ length: 64 }, normal));
  const hessian = Array.from({ length: 64 }, () => new Float64Array(64));
  for (let example = 0; example < 512; example++) {
    const common = Math.sqrt(correlation) * normal();
    const inputs = Float64Array.from({ length: 64 }, () => common + Math.sqrt(1 - correlation) * normal());
    for (const [i, row] of hessian.entries()) add(row, inputs, (inputs[i] ?? 0) / 512);
  }
  return { weights, hessian };
}

/** At the outputs: of the weights themselves, then of the errors of each way of rounding. */
function costsOf({ weights, hessian }: { weights: Matrix; hessian: Matrix }): number[] {
  const none = hessian.map(() => new Float64Array(0));
  const ways = [4, 3].flatMap((bits) => [none, sharesOf(hessian)].map((shares) => ({ bits, shares })));
  const errors = ways.map((way) => weights.map((row) => errorsOf(row, way)));
  const cost = (row: Float64Array) => sum(hessian.map((line, i) => dot(line, row) * (row[i] ?? 0)));
  return [weights, ...errors].map((rows) => sum(rows.map(cost)));
}

/**
 * GPTQ without an inverse, as Babai’s nearest plane: from the last column on, the damped cost is written as a sum of squares,
 * of each error and its shares of the errors before it.
 */
function sharesOf(hessian: Matrix): Matrix {
  const damping = 0.01 * (sum(hessian.map((row, i) => row[i] ?? 0)) / hessian.length);
  const left = hessian.map((row, i) => row.map((value, j) => (i === j ? value + damping : value)));
  for (const [c, last] of [...left.entries()].toReversed())
    for (const row of left.slice(0, c)) add(row, last, -(row[c] ?? 0) / (last[c] ?? 1));
  return left.map((row, c) => row.slice(0, c).map((value) => value / (row[c] ?? 1)));
}

function errorsOf(weights: Float64Array, { bits, shares }: { bits: number; shares: Matrix }): Float64Array {
  const top = 2 ** (bits - 1) - 1;
  const scale = Math.max(...weights.map(Math.abs)) / top;
  const errors = new Float64Array(weights.length);
  for (const [c, weight] of weights.entries()) {
    const wanted = weight - dot(shares[c] ?? errors, errors);
    errors[c] = scale * Math.min(top, Math.max(-top - 1, Math.round(wanted / scale))) - weight;
  }
  return errors;
}

function add(row: Float64Array, other: Float64Array, factor: number): void {
  for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) + factor * (other[j] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
