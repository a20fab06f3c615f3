/** Llama-3-8B in bf16 on one H100 of 80 GB: least times, from bytes read and operations done. */

const bandwidth = 3.35e12;
/** What a prefill reaches of 989 TFLOP/s. */
const reached = 0.5 * 989e12;
const parameters = 8_030_261_248;
const weights = 2 * parameters;
const cacheOfToken = 2 * 32 * 8 * 128 * 2;

const room = Math.floor(50e9 / cacheOfToken);
const prompt = 1500;
const output = 400;
const context = prompt + output / 2;
/** Lengths are even over a block, so its last block misses 0 … size − 1 tokens. */
const lost = (blockSize: number) => (blockSize - 1) / 2;
const lostShare = (blockSize: number) => (lost(blockSize) / (context + lost(blockSize))) * 100;

const reserved = Math.floor(room / 8192);
const asked = Math.floor(room / (prompt + 2048));
const paged = Math.floor(room / (context + lost(16)));

const read = (batch: number) => weights + batch * context * cacheOfToken;
const step = (batch: number) => read(batch) / bandwidth;
const perSecond = (batch: number) => batch / step(batch);

const answersOfBatch = [50, 100, 150, 200, 250, 300, 350, 800];
const mean = answersOfBatch.reduce((sum, length) => sum + length, 0) / answersOfBatch.length;

const linear = (tokens: number) => (2 * parameters * tokens) / reached;
/** Scores and weighted values of a causal prompt, over 32 layers of width 4,096. */
const attention = (tokens: number) => (2 * 32 * tokens ** 2 * 4096) / reached;
const stall = linear(8000) + attention(8000);
const chunks = Math.ceil(8000 / 512);
const mixed = linear(paged + 512) + attention(8000) / chunks + (paged * context * cacheOfToken) / bandwidth;

const decodeOfRequest = output / perSecond(paged);
const request = linear(prompt) + decodeOfRequest;
const cached = linear(prompt - 1200) + decodeOfRequest;

export const figures: [number, number][] = [
  [weights / 1e9, 2],
  [cacheOfToken, 0],
  [cacheOfToken / 1024, 0],
  [(8192 * cacheOfToken) / 2 ** 30, 0],
  [room, 0],
  [context, 0],
  [mean, 0],
  [mean * 8, 0],
  [800 - 50, 0],
  [prompt + 2048, 0],
  [(mean / 800) * 100, 1],
  [100 - (mean / 800) * 100, 1],
  [800 / mean, 1],
  [reserved, 0],
  [asked, 0],
  [paged, 0],
  [(context / 8192) * 100, 1],
  [(context / (prompt + 2048)) * 100, 1],
  [100 - lostShare(16), 1],
  [lost(16), 1],
  [lostShare(16), 1],
  [lostShare(128), 1],
  [lostShare(512), 1],
  ...[reserved, asked, paged].flatMap((batch): [number, number][] => [
    [read(batch) / 1e9, 1],
    [step(batch) * 1e3, 1],
    [perSecond(batch), 0],
  ]),
  [paged / reserved, 1],
  [perSecond(paged) / perSecond(reserved), 1],
  [step(paged) / step(reserved), 1],
  [bandwidth / (context * cacheOfToken), 0],
  [stall * 1e3, 0],
  [stall / step(paged), 0],
  [chunks, 0],
  [linear(paged + 512) * 1e3, 1],
  [((paged * context * cacheOfToken) / bandwidth) * 1e3, 1],
  [(attention(8000) / chunks) * 1e3, 1],
  [mixed * 1e3, 0],
  [mixed * chunks, 2],
  [paged * chunks, 0],
  [linear(prompt) * 1e3, 1],
  [decodeOfRequest * 1e3, 1],
  [request * 1e3, 1],
  [1 / request, 1],
  [linear(300) * 1e3, 1],
  [cached * 1e3, 1],
  [1 / cached, 1],
  [(context * cacheOfToken) / 1e6, 0],
  [((context * cacheOfToken) / 50e9) * 1e3, 1],
  [linear(context) * 1e3, 0],
  [(prompt * cacheOfToken) / 1e6, 0],
  [((prompt * cacheOfToken) / 50e9) * 1e3, 1],
];

export const answers: Record<string, number> = {
  'static-batch': (mean / 800) * 100,
  'reserved-sequences': reserved,
};
