import { cacheOfToken, h100, llama3, reached } from '../known.ts';

const variance = (models: number, correlation: number) => correlation + (1 - correlation) / models;

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}
const majorityOfFive = (p: number) =>
  [3, 4, 5].reduce((sum, k) => sum + choose(5, k) * p ** k * (1 - p) ** (5 - k), 0);

const guesses = [4, 5, 9];
const truth = 5;
const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const middle = average(guesses);
export const parts = {
  ofMean: (middle - truth) ** 2,
  ofMembers: average(guesses.map((guess) => (guess - truth) ** 2)),
  spread: average(guesses.map((guess) => (guess - middle) ** 2)),
};

const sure = [0.9, 0.4, 0.45];
const odds = Math.exp(average(sure.map((p) => Math.log(p / (1 - p)))));

/** SGD on w²/2 with noise of variance 1: an autoregression with this coefficient. */
const stationary = (rate: number) => rate / (2 - rate);
const kept = 1 - 0.1;
const ofMean = (steps: number) =>
  (stationary(0.1) / steps) *
  ((1 + kept) / (1 - kept) - (2 * kept * (1 - kept ** steps)) / (steps * (1 - kept) ** 2));
const ofEma = (beta: number) =>
  ((stationary(0.1) * (1 - beta)) / (1 + beta)) * ((1 + kept * beta) / (1 - kept * beta));

/** Root mean squares of the last iterate, its EMA and the mean over 200 runs, as the page's Python has them. */
export function simulated(): { last: number; ema: number; mean: number } {
  let seed = 1;
  const noise = () => {
    let total = 0;
    for (let i = 0; i < 12; i += 1) {
      seed = (seed * 16807) % 2147483647;
      total += seed / 2147483647;
    }
    return total - 6;
  };
  const squares = { last: 0, ema: 0, mean: 0 };
  for (let run = 0; run < 200; run += 1) {
    let last = 0;
    let ema = 0;
    let mean = 0;
    for (let step = 0; step < 1200; step += 1) {
      last -= 0.1 * (last + noise());
      ema = 0.99 * ema + 0.01 * last;
      if (step >= 200) mean += last / 1000;
    }
    squares.last += last ** 2 / 200;
    squares.ema += ema ** 2 / 200;
    squares.mean += mean ** 2 / 200;
  }
  return {
    last: Math.sqrt(squares.last),
    ema: Math.sqrt(squares.ema),
    mean: Math.sqrt(squares.mean),
  };
}
export const expected = {
  last: Math.sqrt(stationary(0.1)),
  ema: Math.sqrt(ofEma(0.99)),
  mean: Math.sqrt(ofMean(1000)),
};
const ran = simulated();

/** The two networks whose units are swapped, and what their mean computes. */
type Net = { into: number[]; out: number[] };
export const net: Net = { into: [1, -1], out: [1, -1] };
export const swapped: Net = { into: [-1, 1], out: [-1, 1] };
export const compute = ({ into, out }: Net, x: number) =>
  into.reduce((sum, weight, i) => sum + (out[i] ?? 0) * Math.max(0, weight * x), 0);

const operations = 6 * 7e9 * 1e10 + 5 * 2 * 7e9 * 1e10;
const hours = Math.round(operations / reached / 3600);
const dollars = Math.round((operations / reached / 3600) * 2);
const saved = 4 * 0.37;
const billions = dollars / saved / 1e3;

const weights = 2 * llama3.parameters;
const caches = 5 * 1000 * cacheOfToken(llama3);
const stepMs = (bytes: number) => (bytes / h100.bandwidth) * 1e3;
const cascade = (unsure: number) => 1 + unsure * 4;

export const figures: [number, number][] = [
  ...[0, 0.3, 0.6, 0.9].flatMap((correlation) =>
    [2, 3, 5, 10, 100].map((models): [number, number] => [variance(models, correlation), 2]),
  ),
  [parts.ofMean, 0],
  [parts.ofMembers, 2],
  [parts.spread, 2],
  [majorityOfFive(0.8), 3],
  [majorityOfFive(0.4), 3],
  [average(sure), 3],
  [odds / (1 + odds), 3],
  [expected.last, 3],
  [expected.ema, 3],
  [expected.mean, 3],
  [ran.last, 3],
  [ran.ema, 3],
  [ran.mean, 3],
  [Math.sqrt(stationary(0.01)), 3],
  [1 / (1 - 0.999), 0],
  [Math.log(0.5) / Math.log(0.999), 0],
  [operations / 1e21, 2],
  [hours, 0],
  [dollars, 0],
  [saved, 2],
  [weights / 1e9, 1],
  [stepMs(weights), 1],
  [stepMs(5 * weights), 1],
  [caches / 1e9, 2],
  [stepMs(weights + caches), 1],
  [cascade(0.2), 1],
];

export const phrases = {
  en: [`${billions.toFixed(2)} billion tokens`],
  zh: [`${(billions * 10).toFixed(1)} 亿个 token`],
};

export const answers = {
  'rmse-of-nine': 10 * Math.sqrt(variance(9, 0.64)),
  'cascade-cost': cascade(0.15),
};
