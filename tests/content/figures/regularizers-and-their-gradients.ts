const rate = 3e-4;
const decay = 0.1;

/** A weight that starts at 1 and sees gradients of alternating sign, as the page's Python has it. */
export function train(g: number, decoupled: boolean): number {
  let w = 1;
  let m = 0;
  let v = 0;
  for (let t = 1; t <= 1000; t += 1) {
    const gradient = (t % 2 === 1 ? g : -g) + (decoupled ? 0 : 0.1 * w);
    m = 0.9 * m + 0.1 * gradient;
    v = 0.999 * v + 0.001 * gradient ** 2;
    const step = m / (1 - 0.9 ** t) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
    w -= 1e-3 * (step + (decoupled ? 0.1 * w : 0));
  }
  return w;
}

const shrunkByL2 = (h: number) => h / (h + 0.1);
const movedByL1 = (h: number) => Math.max(0, 1 - 0.1 / h);
const stopped = (h: number) => 1 - (1 - 0.1 * h) ** 100;

const weights = [2, 0.5];
const inputs = [1, 3];
const penalty = (p: number) =>
  (p / (1 - p)) * weights.reduce((sum, w, i) => sum + (w * (inputs[i] ?? 0)) ** 2, 0);
/** The same by going through all masks. */
export const variance = (p: number) => {
  const mean = weights.reduce((sum, w, i) => sum + w * (inputs[i] ?? 0), 0);
  let total = 0;
  for (const [first, oddsOfFirst] of [
    [0, p],
    [1 / (1 - p), 1 - p],
  ] as const)
    for (const [second, oddsOfSecond] of [
      [0, p],
      [1 / (1 - p), 1 - p],
    ] as const) {
      const output = 2 * 1 * first + 0.5 * 3 * second;
      total += oddsOfFirst * oddsOfSecond * (output - mean) ** 2;
    }
  return total;
};

const smoothed = (classes: number, epsilon = 0.1) => {
  const right = 1 - epsilon + epsilon / classes;
  const wrong = epsilon / classes;
  return {
    right,
    wrong,
    gap: Math.log(right / wrong),
    least: -(right * Math.log(right) + (classes - 1) * wrong * Math.log(wrong)),
  };
};
const four = smoothed(4);
const ten = smoothed(10);
const vocabulary = smoothed(32_000);

const inFineTuning = (1 - (1 - 1e-5 * 0.1) ** 3000) * 100;
const billions = 4e6 / (rate * decay) / 1e9;

export const figures: [number, number][] = [
  ...[10, 1, 0.1, 0.01].flatMap((value): [number, number][] => [
    [shrunkByL2(value), 3],
    [movedByL1(value), 3],
    [stopped(value), 3],
    [train(value, false), 3],
    [train(value, true), 3],
  ]),
  [1 / (0.1 * 100), 1],
  [1 / (rate * decay), 0],
  [Math.sqrt(rate / 2 / decay), 3],
  [Math.sqrt(2 * rate * decay), 4],
  // Momentum of 0.9 alone.
  [Math.sqrt(0.1 / 1.9), 2],
  [inFineTuning, 2],
  [penalty(0.2), 4],
  [four.right, 3],
  [0.97 - four.right, 3],
  [four.wrong - 0.01, 3],
  [ten.right, 2],
  [ten.wrong, 2],
  [ten.gap, 2],
  [ten.least, 2],
  [vocabulary.gap, 2],
  [vocabulary.least, 2],
];

export const phrases = {
  en: [`${billions.toFixed(0)} billion tokens`],
  zh: [`${Math.round(billions * 10).toLocaleString('en-US')} 亿个 token`],
};

export const answers = {
  'shrink-in-fine-tuning': inFineTuning,
  'dropout-penalty': penalty(0.2),
};
