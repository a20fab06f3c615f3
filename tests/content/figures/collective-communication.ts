import { llama3, reached } from '../known.ts';

const latency = 5e-6;
const network = 50e9;
const nvlink = 450e9;

const steps = (gpus: number) => 2 * (gpus - 1) * latency;
const share = (gpus: number) => (2 * (gpus - 1)) / gpus;
const ring = (gpus: number, bytes: number) => (steps(gpus) + (share(gpus) * bytes) / network) * 1e3;
const tree = (gpus: number, bytes: number) => (2 * Math.log2(gpus) * latency + (2 * bytes) / network) * 1e3;

/** Reduce-scatter or all-gather of 1 GB among eight GPUs of a machine. */
const inside = (7 * latency + ((7 / 8) * 1e9) / nvlink) * 1e3;
const between = ring(64, 1e9 / 8);

const gradients = 2 * llama3.parameters;
const backward = ((4 * llama3.parameters * 8192) / reached) * 1e3;
const sent = ((share(64) * gradients) / network) * 1e3;
const overlapped = (bucket: number) => {
  const count = Math.ceil(gradients / bucket);
  const each = ring(64, gradients / count);
  const slot = backward / count;
  const end = each > slot ? slot + count * each : backward + each;
  return { count, all: count * each, exposed: end - backward };
};
const smallest = overlapped(25e6);

const decoded = 16 * 8192 * 2;

export const figures: [number, number][] = [
  ...[8, 64, 512].flatMap((gpus): [number, number][] => [
    ...[1e5, 1e7].flatMap((bytes): [number, number][] => [
      [ring(gpus, bytes), 2],
      [tree(gpus, bytes), 2],
    ]),
    [ring(gpus, 1e9), 1],
    [tree(gpus, 1e9), 1],
  ]),
  [(64 * latency * network) / 1e6, 0],
  [1 / 4.5e-3, 0],
  [share(8) / 4.5e-3, 0],
  [share(8), 2],
  [((share(8) / 4.5e-3) * 100) / 450, 0],
  [inside, 1],
  [between, 1],
  [2 * inside + between, 1],
  [(7 / 8) * 1e3, 0],
  [(63 / 64) * (1e3 / 8), 0],
  [gradients / 1e9, 1],
  [backward, 0],
  [sent, 0],
  ...[25e6, 100e6, 400e6, gradients].flatMap((bucket): [number, number][] => {
    const { count, all, exposed } = overlapped(bucket);
    return [
      [count, 0],
      [all, 0],
      [exposed, 0],
    ];
  }),
  [(smallest.count * steps(64) * 1e3 * 100) / smallest.all, 0],
  [sent / 500, 1],
  [decoded / 1e3, 0],
  [((share(8) * decoded) / nvlink) * 1e6, 1],
  [steps(8) * 1e6, 0],
  [steps(128) * 1e3, 2],
  [((share(128) * 32e6) / network) * 1e3, 2],
  [1 / 5e-3, 0],
];

export const answers = {
  'bus-bandwidth': share(16) / 5e-3,
  'latency-share': ring(128, 32e6),
};

/** What a ring leaves with each of the GPUs after the reduce-scatter, part by part. */
export function reduceScatter(values: number[][]): number[] {
  const count = values.length;
  const held = values.map((own) => [...own]);
  for (let step = 0; step < count - 1; step += 1) {
    const passed = held.map((own, gpu) => own[(gpu - step + count) % count] ?? 0);
    for (const [gpu, own] of held.entries()) {
      const from = (gpu - 1 + count) % count;
      const part = (from - step + count) % count;
      own[part] = (own[part] ?? 0) + (passed[from] ?? 0);
    }
  }
  return held.map((own, gpu) => own[(gpu + 1) % count] ?? 0);
}
