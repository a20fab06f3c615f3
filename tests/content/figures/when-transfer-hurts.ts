/**
 * Error of the weights that fit n of d measurements without noise and lie nearest to the start, in shares of the
 * target's squared length; the source is as long as the target and has this cosine with it.
 */
const scratch = (n: number, d = 100) => 1 - n / d;
const transferred = (n: number, cosine: number, d = 100) => (1 - n / d) * 2 * (1 - cosine);
const dialled = (n: number, cosine: number, d = 100) => (1 - n / d) * (1 - cosine ** 2);

/** Two directions: the old task is curved 10 and 0.1, the new one pulls both by 1 with curvature 1. */
const old = [10, 0.1];
const moved = (penalties: number[]) => penalties.map((penalty) => 1 / (1 + penalty));
const forgotten = (penalties: number[]) =>
  moved(penalties).reduce((sum, step, i) => sum + (old[i] ?? 0) * step ** 2, 0) / 2;
const left = (penalties: number[]) => moved(penalties).reduce((sum, step) => sum + (1 - step) ** 2, 0) / 2;
/** The equal penalty that leaves as much of the new task's loss as weighting by curvature does. */
const equalStep = 1 - Math.sqrt(left(old));
const equal = 1 / equalStep - 1;

const replayed = (share: number) => (1 / (1 - share) - 1) * 100;

export const figures: [number, number][] = [
  ...[20, 80].flatMap((n): [number, number][] => [
    [scratch(n), 2],
    ...[0.9, 0.5, 0.2].flatMap((cosine): [number, number][] => [
      [transferred(n, cosine), 2],
      [dialled(n, cosine), 2],
    ]),
  ]),
  [(transferred(20, 0.2) / scratch(20) - 1) * 100, 0],
  [forgotten([0, 0]), 2],
  [forgotten([1, 1]), 2],
  [left([1, 1]), 2],
  [moved(old)[0] ?? 0, 2],
  [moved(old)[1] ?? 0, 2],
  [forgotten(old), 2],
  [left(old), 2],
  [forgotten([equal, equal]), 2],
  [forgotten([equal, equal]) / forgotten(old), 0],
  [equalStep, 2],
  [replayed(0.05), 0],
  [scratch(50, 200), 2],
];

export const answers: Record<string, number> = {
  'nearest-fit': transferred(50, 0.9, 200),
  'protected-step': 1 / (1 + 4),
};
