import { llama, reached } from '../known.ts';

const { parameters, layers, width } = llama;
const lora = layers * 2 * 8 * (width + width);
const loraOnAll = layers * 16 * (4 * (width + width) + 3 * (width + 11008));
const tasks = [1e6, 1e4, 1e3];
const share = (sizes: number[], i: number) =>
  ((sizes[i] ?? 0) / sizes.reduce((total, size) => total + size, 0)) * 100;
const roots = tasks.map(Math.sqrt);

export const figures: [number, number][] = [
  [lora / 64, 0],
  [lora, 0],
  [(lora / parameters) * 100, 3],
  [(lora * 2) / 2 ** 20, 0],
  [loraOnAll, 0],
  [(loraOnAll / parameters) * 100, 2],
  [(loraOnAll * 2) / 1e6, 0],
  [(parameters * 2) / 1e9, 1],
  [(parameters * 2) / 1e9, 2],
  [(parameters * 14) / 1e9, 1],
  [(parameters * 16) / 1e9, 1],
  [parameters / 2 / 1e9, 1],
  [parameters / 2 / 1e9, 2],
  [(lora * 16) / 1e9, 2],
  [(lora * 16) / 1e6, 0],
  [(6 * parameters * 1e7) / reached / 60, 1],
  [(4 * parameters * 1e7) / reached / 60, 1],
  [((2 * 8 * 8192) / (2 * 4096 ** 2)) * 100, 2],
  [(100 * lora * 2) / 1e9, 2],
  [(100 * parameters * 2) / 1e9, 0],
  [share(tasks, 0), 1],
  [share(tasks, 1), 2],
  [share(tasks, 2), 2],
  [share(roots, 0), 1],
  [share(roots, 1), 1],
  [share(roots, 2), 1],
  [share(roots, 2) / share(tasks, 2), 0],
];

export const answers = {
  'lora-parameters': lora,
  qlora: parameters / 2 / 1e9,
};
