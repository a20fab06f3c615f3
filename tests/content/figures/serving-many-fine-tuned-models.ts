import { cacheOfToken, h100, llama3 } from '../known.ts';

/** Adapted matrices of a layer of Llama-3-8B. */
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
const adapter = (rank: number) => 2 * rank * perRank;

const base = 2 * llama3.parameters;
/** NF4 as QLoRA stores it, embedding and head in 16 bits. */
const nf4 = (linear * (4 + 8 / 64 + 32 / (64 * 256))) / 8 + 2 * (llama3.parameters - linear);
const usable = 72e9;
const cache = 1000 * cacheOfToken(llama3);

const reading = (weights: number, adapters: number) => weights + adapters * adapter(16) + 64 * cache;
const stepMs = (bytes: number) => (bytes / h100.bandwidth) * 1e3;
const perSecond = (bytes: number) => 64 / (bytes / h100.bandwidth);
const one = reading(base, 1);
const some = reading(base, 16);
const each = reading(base, 64);
const merged = 4 * base + 64 * cache;

const kernels = 2 * 32 * shapes.length;
const loadMs = (bytes: number, rate = 50e9) => (bytes / rate) * 1e3;

const harmonic = (n: number) => Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b);
const share = (popular: number) => (harmonic(popular) / harmonic(5000)) * 100;
const missed = 100 - share(100);
const loaded = (Math.round(missed) * adapter(16)) / 1e9;

const prompt = 2000 * cacheOfToken(llama3);

const ofStep = (bytes: number) => bytes / h100.bandwidth / 1e-3;
const asked = ofStep(16.06e9 + 32 * 83.9e6 + 4e9);

export const figures: [number, number][] = [
  [base / 1e9, 2],
  [adapter(16) / 1e6, 1],
  [cache / 1e6, 0],
  [Math.floor(usable / base), 0],
  [(100 * adapter(16)) / 1e9, 1],
  [(usable - 4 * base) / 1e9, 1],
  [(usable - base - 100 * adapter(16)) / 1e9, 1],
  [(usable - base - 100 * adapter(16)) / cacheOfToken(llama3), 0],
  ...[one, some, each, merged].flatMap((bytes): [number, number][] => [
    [bytes / 1e9, 1],
    [stepMs(bytes), 1],
    [perSecond(bytes), 0],
  ]),
  [perSecond(each) / perSecond(merged), 1],
  [((adapter(16) / 2) * 100) / llama3.parameters, 2],
  [kernels, 0],
  [kernels / 2, 0],
  [kernels * 0.005, 1],
  [adapter(64) / 1e6, 0],
  [adapter(8) / 1e6, 0],
  [(100 * adapter(64)) / 1e9, 1],
  [(100 * adapter(8)) / 1e9, 1],
  [linear / 8 / 1e9, 2],
  [(2 * linear) / 1e9, 0],
  [loadMs(adapter(16)), 1],
  [loadMs(base), 0],
  [loadMs(adapter(16), 1e9), 0],
  [share(100), 0],
  [share(500), 0],
  [share(1000), 0],
  [missed, 0],
  [loaded, 1],
  [(loaded / 50) * 100, 0],
  [(5000 * adapter(16)) / 1e9, 0],
  [prompt / 1e6, 0],
  [(100 * prompt) / 1e9, 1],
  [nf4 / 1e9, 1],
  [stepMs(reading(nf4, 1)), 1],
  [stepMs(reading(nf4, 64)), 1],
  [((64 * adapter(16)) / reading(nf4, 64)) * 100, 0],
  [(32 * 83.9) / 1e3, 2],
  [ofStep(32 * 83.9e6), 2],
  [ofStep(16.06e9 + 83.9e6 + 4e9), 2],
  [16_000 / 168, 1],
];

const millions = adapter(16) / 2 / 1e6;
export const phrases = {
  en: [`${millions.toFixed(1)} million parameters`],
  zh: [`${(Math.round(millions * 10) * 10).toLocaleString('en-US')} 万参数`],
};

export const answers = {
  'slots-that-fit': Math.floor((72_000 - 16_000 - 40_000) / 168),
  'step-with-adapters': asked,
};
