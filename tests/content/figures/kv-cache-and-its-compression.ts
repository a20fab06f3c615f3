import { cacheOfToken, deepseek, h100, llama, llama3, llama3Large, reached } from '../known.ts';

const kibibytes = (bytes: number) => bytes / 1024;
const small = cacheOfToken(llama3);
const large = cacheOfToken(llama3Large);
const latent = deepseek.layers * (deepseek.latent + deepseek.rotary) * 2;
const unshared = cacheOfToken({ ...deepseek, kvHeads: deepseek.heads });

/** Llama-3-8B in bf16 on 80 GB, of which a tenth is kept free. */
const weights = 2 * llama3.parameters;
const room = 0.9 * 80e9 - weights;
const sequence = 8192 * small;
const fit = Math.floor(room / sequence);
const stepMs = (bytes: number) => (bytes / h100.bandwidth) * 1e3;
const step = (sequences: number, cacheBytes: number) => stepMs(weights + sequences * cacheBytes);
const perSecond = (sequences: number, cacheBytes: number) => (sequences / step(sequences, cacheBytes)) * 1e3;

const prompt = 2000;
const prefillMs = (tokens: number) => ((2 * llama3.parameters * tokens) / reached) * 1e3;
const reloadMs = (sequence / 64e9) * 1e3;

/** 2 bits with a scale and a minimum of 16 bits for 32 numbers. */
const twoBits = 2 + (16 + 16) / 32;

export const figures: [number, number][] = [
  [sequence / 1e9, 3],
  [kibibytes(cacheOfToken(llama)), 0],
  [kibibytes(small), 0],
  [kibibytes(large), 0],
  [large, 0],
  [(4096 * small) / 1e9, 3],
  [40e9 / (4096 * small), 1],
  [kibibytes(latent), 1],
  [unshared / 2 ** 20, 1],
  [unshared / latent, 0],
  [(131_072 * cacheOfToken(llama)) / 2 ** 30, 0],
  [(131_072 * small) / 2 ** 30, 0],
  [(131_072 * large) / 2 ** 30, 0],
  [(131_072 * latent) / 2 ** 30, 1],
  [sequence / 1e9, 2],
  [weights / 1e9, 1],
  [room / 1e9, 1],
  [fit, 0],
  [step(1, sequence), 1],
  [perSecond(1, sequence), 0],
  [step(fit, sequence), 1],
  [perSecond(fit, sequence), 0],
  [step(fit, sequence / 2), 1],
  [perSecond(fit, sequence / 2), 0],
  [2 * fit, 0],
  [step(2 * fit, sequence / 2), 1],
  [perSecond(2 * fit, sequence / 2), 0],
  [((fit * sequence) / (weights + fit * sequence)) * 100, 0],
  [(prompt * small) / 1e6, 0],
  [(100 * prompt * small) / 1e9, 1],
  [prefillMs(prompt), 0],
  [prefillMs(8192), 0],
  [reloadMs, 0],
  [prefillMs(8192) / reloadMs, 0],
  [twoBits, 0],
  [16 / twoBits, 1],
];

export const answers = {
  'cache-of-a-context': sequence,
  'cache-of-a-token': kibibytes(large),
  'sequences-that-fit': Math.floor(40e9 / (4096 * small)),
};
