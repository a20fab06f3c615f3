import { h100 } from '../known.ts';

/** Llama-3-70B with weights and cache in fp8, on four H100 at 2.50 dollars an hour each. */
const parameters = 70_553_706_496;
const cacheOfToken = 2 * 80 * 8 * 128;
const context = 2000;
const dollarsAnHour = 4 * 2.5;
const bandwidth = 0.6 * 4 * h100.bandwidth;
const arithmetic = 0.5 * 4 * h100.fp8;

const perMillion = (tokensPerSecond: number, dollars = dollarsAnHour) =>
  (dollars / 3600 / tokensPerSecond) * 1e6;

const readWeights = parameters / bandwidth;
const compute = (tokens: number) => (2 * parameters * tokens) / arithmetic;
const readCaches = (batch: number) => (batch * context * cacheOfToken) / bandwidth;
const step = (batch: number) => Math.max(readWeights, compute(batch)) + readCaches(batch);
const decoded = (batch: number) => batch / step(batch);
const output = (batch: number) => perMillion(decoded(batch));
const input = perMillion(1 / compute(1));

/** Dollars for a thousand requests of 3,000 tokens in. */
const thousand = ({ hit = 0, batch = 256, tokensOut = 500, dollars = 1 } = {}) =>
  ((3000 * (1 - hit) * input + tokensOut * output(batch)) / 1e3) * dollars;

const bought = (3000 * 0.4 + 500 * 0.6) / 1e3;
const requestsPerHour = (dollars: number) => dollars / (bought / 1e3);
const most = requestsPerHour(dollarsAnHour) * (bought / thousand());
const staff = 10_000 / 730;
/** Average load in per cent from which one's own servers are cheaper. */
const evenAt = (dollars: number, request = thousand()) =>
  ((dollars / bought) * 1e3 * 100) / ((dollarsAnHour / request) * 1e3);

/** What DeepSeek reported of a day in February 2025: nodes of eight H800 at 2 dollars an hour. */
const node = 16;
const inputOfDay = 608e9;
const hitsOfDay = 342e9;
const outputOfDay = 168e9;
const costOfDay = 226.75 * node * 24;
const nodePrice = { input: perMillion(73_700, node), output: perMillion(14_800, node) };
const rebuilt = (inputOfDay * nodePrice.input + outputOfDay * nodePrice.output) / 1e6;
const listed = (hitsOfDay * 0.14 + (inputOfDay - hitsOfDay) * 0.55 + outputOfDay * 2.19) / 1e6;

export const figures: [number, number][] = [
  [parameters / 1e9, 1],
  [cacheOfToken, 0],
  [(context * cacheOfToken) / 1e6, 0],
  [dollarsAnHour, 0],
  [bandwidth / 1e12, 2],
  [arithmetic / 1e12, 0],
  [readWeights * 1e3, 1],
  [compute(1) * 1e6, 1],
  [1 / compute(1), 0],
  [input, 3],
  ...[1, 32, 128, 256, 512].flatMap((batch): [number, number][] => [
    [step(batch) * 1e3, 1],
    [decoded(batch), 0],
    [output(batch), batch === 1 ? 2 : 3],
  ]),
  [1 / step(256), 0],
  [output(256) / input, 1],
  [output(32) / input, 1],
  [thousand(), 3],
  [3 * input, 3],
  [0.5 * output(256), 3],
  [((3 * input) / thousand()) * 100, 0],
  [thousand({ dollars: 0.8 }), 3],
  [thousand() / 0.4, 3],
  [thousand({ hit: 0.6 }), 3],
  [thousand({ batch: 32 }), 3],
  [thousand({ tokensOut: 2000 }), 3],
  [(1 - thousand({ hit: 0.6 }) / thousand()) * 100, 0],
  [bought, 2],
  [requestsPerHour(dollarsAnHour), 0],
  [requestsPerHour(dollarsAnHour) / 3600, 2],
  [most / 3600, 1],
  [evenAt(dollarsAnHour), 0],
  [staff, 1],
  [evenAt(dollarsAnHour + staff), 0],
  [evenAt(dollarsAnHour, thousand({ hit: 0.6 })), 0],
  [costOfDay, 0],
  [nodePrice.input, 3],
  [nodePrice.output, 3],
  [rebuilt, 0],
  [listed, 0],
  [(hitsOfDay / inputOfDay) * 100, 1],
  [listed / costOfDay, 1],
  [nodePrice.output / nodePrice.input, 1],
  [perMillion(8000, 12), 2],
  [1e9 / 4000, 0],
  [1e9 / 4000 / 3600, 1],
  [(12 * 1e9) / 4000 / 3600, 0],
  [perMillion(4000, 12), 2],
  // DeepSeek-V3 keeps a latent of 512 and a rotary key of 64 in each of 61 layers; Llama-3-70B 8 heads of 128 in 80.
  [(512 + 64) * 61 * 2, 0],
  [2 * 2 * 80 * 8 * 128, 0],
];

export const answers: Record<string, number> = {
  'time-for-a-billion': 1e9 / (0.5 * 8000),
  'dollars-per-million': perMillion(8000, 12) / 0.5,
  'requests-to-break-even': requestsPerHour(dollarsAnHour) / 3600,
};
