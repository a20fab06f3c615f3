import { cacheOfToken, h100 } from '../known.ts';

type Shape = readonly number[];
const product = (shape: Shape) => shape.reduce((all, size) => all * size, 1);
/** Everything here is counted as the question says: the shapes of all tensors, multiplied out and added. */
const count = (...shapes: Shape[]) => shapes.reduce((sum, shape) => sum + product(shape), 0);

type Decoder = {
  layers: number;
  width: number;
  heads: number;
  kvHeads: number;
  headDim: number;
  inner: number;
  vocabulary: number;
  tied: boolean;
  /** Experts in a layer, with a router where there are several. */
  experts?: number;
  queryBias?: boolean;
};

/** A decoder with RMSNorm and a gated feed-forward block, as Llama has it. */
function decoder(model: Decoder) {
  const { layers, width: d, heads, kvHeads, headDim, inner, vocabulary, tied, experts = 1 } = model;
  const [wide, narrow] = [heads * headDim, kvHeads * headDim];
  const attention = count([wide, d], [narrow, d], [narrow, d], [d, wide]);
  const biases = model.queryBias ? count([wide], [narrow], [narrow]) : 0;
  const expert = count([inner, d], [inner, d], [d, inner]);
  const norms = count([d], [d]);
  const layer = (of: number) =>
    attention + biases + of * expert + (experts > 1 ? count([experts, d]) : 0) + norms;
  const table = count([vocabulary, d]);
  const outside = d + (tied ? 1 : 2) * table;
  return {
    attention,
    biases: layers * biases,
    expert,
    norms,
    layer: layer(experts),
    table,
    layers: layers * layer(experts),
    total: layers * layer(experts) + outside,
    active: (of: number) => layers * layer(of) + outside,
    rule: 12 * layers * d * d,
    attentionInSquares: attention / d ** 2,
    feedForwardInSquares: expert / d ** 2,
  };
}

const llama2 = { layers: 32, width: 4096, heads: 32, kvHeads: 32, headDim: 128, tied: false };
const llama = decoder({ ...llama2, inner: 11_008, vocabulary: 32_000 });
const llama3 = { ...llama2, kvHeads: 8, inner: 14_336, vocabulary: 128_256 };
const large = decoder(llama3);
const unshared = decoder({ ...llama3, kvHeads: 32 });
const mixtral = decoder({ ...llama3, vocabulary: 32_000, experts: 8 });
const qwenShape = { queryBias: true, headDim: 128, layers: 28, width: 3584, heads: 28, kvHeads: 4 };
const qwen = decoder({ ...qwenShape, inner: 18_944, vocabulary: 152_064, tied: false });
const smallQwen = decoder({
  ...{ layers: 24, width: 896, heads: 14, kvHeads: 2, headDim: 64, inner: 4864, vocabulary: 151_936 },
  tied: true,
  queryBias: true,
});
const gemma = decoder({
  ...{ layers: 28, width: 3072, heads: 16, kvHeads: 16, headDim: 256, inner: 24_576, vocabulary: 256_128 },
  tied: true,
});

/** GPT-2 small: LayerNorm, biases everywhere, learned positions, the head tied to the table. */
const gptLayer =
  count([768], [768], [768], [768]) +
  4 * count([768, 768], [768]) +
  count([3072, 768], [3072], [768, 3072], [768]);
const gpt2 = {
  layers: 12 * gptLayer,
  total: 12 * gptLayer + count([50_257, 768], [1024, 768], [768], [768]),
  rule: 12 * 12 * 768 ** 2,
};

/** ResNet-50, by its convolutions without biases and the normalisations after them. */
const convolutions: Shape[] = [[64, 3, 7, 7]];
let channels = 64;
for (const [blocks, middle] of [
  [3, 64],
  [4, 128],
  [6, 256],
  [3, 512],
] as const) {
  for (let block = 0; block < blocks; block++) {
    convolutions.push([middle, channels, 1, 1], [middle, middle, 3, 3], [4 * middle, middle, 1, 1]);
    if (block === 0) convolutions.push([4 * middle, channels, 1, 1]);
    channels = 4 * middle;
  }
}
const normalised = convolutions.reduce((sum, [outputs = 0]) => sum + outputs, 0);
const resnet = {
  parameters: count(...convolutions) + 2 * normalised + count([1000, 2048], [1000]),
  statistics: 2 * normalised,
};

const dense = { weights: count([128, 784]), biases: count([128]) };

const full = count([256, 256, 3, 3]);
const depthwise = count([256, 1, 3, 3]);
const pointwise = count([256, 256, 1, 1]);

/** Three quarters of 30 channels, and what a library makes of them: the nearest multiple of 8. */
const thinned = 0.75 * 30;
const rounded = Math.floor((thinned + 4) / 8) * 8;

/** In two's complement and without a sign. */
const signed = large.total | 0;
const unsigned = large.total >>> 0;

/** A scale of 128 for queries and one for keys in each of 32 layers, added to what is there already. */
let inFloat = Math.fround(large.total);
for (let norm = 0; norm < 64; norm++) inFloat = Math.fround(inFloat + 128);
const lost = large.total + 64 * 128 - inFloat;
const spacing = 2 ** (Math.floor(Math.log2(large.total)) - 23);

const read = 2 * (large.total - large.table);
const lora = 32 * (count([16, 4096], [4096, 16]) + count([16, 4096], [1024, 16]));
const short = (part: number, all: number) => (1 - part / all) * 100;

export const published = {
  gpt2: gpt2.total,
  llama: llama.total,
  llama3: large.total,
  qwen: qwen.total,
  smallQwen: smallQwen.total,
  gemma: gemma.total,
  mixtral: mixtral.total,
  resnet: resnet.parameters,
};
export const roundedChannels = rounded;

export const figures: [number, number][] = [
  [dense.weights, 0],
  [dense.biases, 0],
  [dense.weights + dense.biases, 0],
  [qwen.biases, 0],
  [resnet.parameters, 0],
  [resnet.statistics, 0],
  [16 * 256, 0],
  [full, 0],
  [full / 32, 0],
  [full / 32 ** 2, 0],
  [depthwise, 0],
  [pointwise, 0],
  [depthwise + pointwise, 0],
  [full / (depthwise + pointwise), 1],
  [count([256, 256, 1, 7]), 0],
  [count([4096, 4096], [4096, 4096]), 0],
  [count([1024, 4096], [1024, 4096]), 0],
  [large.expert, 0],
  [large.norms, 0],
  [large.layer, 0],
  [large.layers, 0],
  [2 * large.table, 0],
  [large.total, 0],
  [((32 * large.expert) / large.total) * 100, 0],
  [(unshared.total - large.total) / 1e9, 2],
  [gpt2.rule / 1e9, 3],
  [gpt2.layers / 1e9, 3],
  [gpt2.total / 1e9, 3],
  [short(gpt2.rule, gpt2.total), 0],
  ...[llama, large, qwen, gemma].flatMap((model): [number, number][] => [
    [model.attentionInSquares, 2],
    [model.feedForwardInSquares, 2],
    [model.rule / 1e9, 2],
    [model.layers / 1e9, 2],
    [model.total / 1e9, 2],
    [short(model.rule, model.total), 0],
  ]),
  [mixtral.total / 1e9, 1],
  [mixtral.active(2) / 1e9, 1],
  [thinned, 1],
  [count([64, thinned, 3, 3]), 0],
  [count([64, rounded, 3, 3]), 0],
  [-signed, 0],
  [unsigned, 0],
  [2 ** 24, 0],
  [spacing, 0],
  [lost, 0],
  [count([262_144, 8960]), 0],
  [(large.total * 2) / 1e9, 1],
  [read / 1e9, 1],
  [(read / h100.bandwidth) * 1e3, 1],
  [(large.total * 16) / 1e9, 0],
  [large.table / 1e9, 2],
  [(large.table / large.total) * 100, 1],
  [(gemma.table * 2) / 1e9, 2],
  [(gemma.total * 2) / 1e9, 1],
  [(gemma.table / gemma.total) * 100, 0],
  [lora, 0],
  [(lora / large.total) * 100, 3],
  [smallQwen.total / 1e6, 0],
  [smallQwen.table / 1e6, 0],
  [(smallQwen.table / smallQwen.total) * 100, 0],
  [(smallQwen.total + smallQwen.table) / 1e6, 0],
  [(full * 14 * 14) / 1e6, 1],
  [14 * 14, 0],
  [count([1024, 1024], [512, 1024], [512, 1024], [1024, 1024]) / 1e6, 2],
  [unsigned / 1e9, 2],
  [cacheOfToken(llama2) / 1024, 0],
  [cacheOfToken(qwenShape) / 1024, 0],
  [2 ** 32 / 1e9, 2],
];

export const answers = {
  'own-head-width': count([16 * 128, 1024], [8 * 128, 1024], [8 * 128, 1024], [1024, 16 * 128]) / 1e6,
  'grouped-kernel': count([256, 128 / 4, 3, 3], [256]),
};
