import { cacheOfToken, h100, llama, reached } from '../known.ts';

const { bandwidth, bf16: peak } = h100;
const weights = 7e9;

const ofToken = cacheOfToken(llama);
const cache = 32 * 1024 * ofToken;
const stepMs = (bytes: number) => (bytes / bandwidth) * 1e3;

const distilling = (6 * 1.5e9 * 1e11 + 2 * 7e9 * 1e11) / reached / 3600;
const perMillion = (2 / 3600 / 1500) * 1e6;
const student = (perMillion * 1.5) / 7;
const billions = (Math.round(distilling) * 2) / (perMillion - student) / 1e3;

const ring = (size: number) => 2 * (7 / 8) * size;
const prefill = 64 * ring(2048 * 4096 * 2);
const bubble = (stages: number, batches: number) => ((stages - 1) / (batches + stages - 1)) * 100;
const gpuDays = (6 * weights * 2e12) / reached / 86_400;

export const figures: [number, number][] = [
  [(2 * 70e9) / 1e9, 0],
  [peak / bandwidth, 0],
  [ofToken, 0],
  [ofToken / 1024, 0],
  [stepMs(2 * weights), 2],
  [stepMs(weights), 2],
  [stepMs(weights / 2), 2],
  [1e3 / stepMs(2 * weights), 0],
  [cache / 1e9, 1],
  [(2 * weights + cache) / 1e9, 1],
  [stepMs(2 * weights + cache), 2],
  [stepMs(2 * weights + cache) / 32, 2],
  [(weights + cache) / 1e9, 1],
  [stepMs(weights + cache), 2],
  [stepMs(weights + cache) / 32, 2],
  [(weights + cache / 2) / 1e9, 1],
  [stepMs(weights + cache / 2), 2],
  [stepMs(weights + cache / 2) / 32, 2],
  [(1 - (weights + cache) / (2 * weights + cache)) * 100, 0],
  [4 + 16 / 128, 3],
  [(weights * (4 + 16 / 128)) / 8 / 1e9, 2],
  [(2 * 16 + 2 * 2) / 4, 0],
  [distilling, 0],
  [Math.round(distilling) * 2, 0],
  [perMillion, 2],
  [student, 2],
  [ring(14), 1],
  [ring(14) / 50, 2],
  [(6 * weights * 4e6) / 8 / reached, 0],
  [prefill / 1e9, 2],
  [(prefill / 450e9) * 1e3, 1],
  [(prefill / 50e9) * 1e3, 0],
  [((2 * weights * 2048) / 8 / peak) * 1e3, 1],
  [bubble(4, 16), 1],
  [bubble(4, 4), 1],
  [16 * 7, 0],
  [13 / 2, 1],
  [Math.round(gpuDays / 10) * 10, 0],
];

/** Billions are counted as the language counts. */
export const phrases = {
  en: [`${billions.toFixed(1)} billion tokens`],
  zh: [`${(billions * 10).toFixed(0)} 亿个 token`],
};

export const answers = {
  'decode-time': stepMs(2 * weights),
  bubble: bubble(4, 16),
};
