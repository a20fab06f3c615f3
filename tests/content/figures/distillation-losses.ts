import { llama3, llama3Large } from '../known.ts';

function softmax(logits: number[], temperature = 1): number[] {
  const powers = logits.map((value) => Math.exp(value / temperature));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((value) => value / sum);
}
const divergence = (p: number[], q: number[]) =>
  p.reduce((sum, value, i) => sum + value * Math.log(value / (q[i] ?? Number.NaN)), 0);

/** Three classes; the student says nothing yet. */
const teacher = [5, 2, 0];
const soft = (temperature: number): [number, number, number] => {
  const [a = 0, b = 0, c = 0] = softmax(teacher, temperature);
  return [a, b, c];
};
/** Of the first logit, for KL at a temperature, without the square. */
const gradient = (temperature: number) => (1 / 3 - soft(temperature)[0]) / temperature;
const limit = (0 - (5 - (5 + 2 + 0) / 3)) / 3;
export const squared = (temperature: number) => gradient(temperature) * temperature ** 2;

/** A teacher of two opinions, a student that covers and one that commits itself. */
const split = [0.48, 0.02, 0.02, 0.48];
const covering = [0.25, 0.25, 0.25, 0.25];
const committed = [0.94, 0.02, 0.02, 0.02];

const vocabulary = 128_256;
const ofTopK = (k: number) => k * (2 + 4);

export const figures: [number, number][] = [
  ...[1, 4].flatMap((temperature) => soft(temperature).map((value): [number, number] => [value, 3])),
  [soft(1)[1] / soft(1)[2], 1],
  [soft(4)[1] / soft(4)[2], 2],
  [-gradient(1), 3],
  [-gradient(4), 3],
  [gradient(1) / gradient(4), 0],
  [-squared(4), 3],
  [-limit, 3],
  [divergence(split, covering), 2],
  [divergence(split, committed), 2],
  [divergence(covering, split), 2],
  [divergence(committed, split), 2],
  [-0.5 * Math.log(0.5 / 0.9), 3],
  [0.5 * Math.log(0.5 / 0.1), 3],
  [(vocabulary * 2) / 1e3, 1],
  [(vocabulary * 2 * 1e9) / 1e12, 1],
  [(vocabulary * 2 * 2e9) / 1e12, 0],
  [ofTopK(50), 0],
  [(2 * llama3Large.parameters) / 1e9, 0],
  [(6 * llama3.parameters) / 1e9, 0],
  [(2 * llama3Large.parameters) / (6 * llama3.parameters), 1],
  [17_920 / 1800, 0],
];

export const answers = {
  'stored-logits': (ofTopK(64) * 2e9) / 1e9,
  'forward-kl': divergence([0.5, 0.5], [0.9, 0.1]),
};
