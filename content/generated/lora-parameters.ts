import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** A of rank × in and B of out × rank, for each adapted matrix. */
export function loraParameters(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const layers = pick([16, 24, 28, 32, 40]);
  const width = pick([2048, 3072, 4096, 5120]);
  const narrow = width / pick([1, 4, 8]);
  const rank = pick([4, 8, 16, 32, 64]);
  const forQuery = rank * (width + width);
  const forValue = rank * (width + narrow);
  const answer = layers * (forQuery + forValue);
  const [w, n] = [figure(width), figure(narrow)];
  const query = `${rank} · (${w} + ${w}) = ${figure(forQuery)}`;
  const value = `${rank} · (${w} + ${n}) = ${figure(forValue)}`;
  const all = `${layers} · (${figure(forQuery)} + ${figure(forValue)}) = ${figure(answer)}`;
  return {
    numbers: { layers, width, narrow, rank },
    answer,
    unit: '',
    tolerance: 0.0005,
    en: {
      prompt: `LoRA of rank ${rank} adapts the query projection (${w} → ${w}) and the value projection (${w} → ${n}) in each of ${layers} layers. How many parameters are trained?`,
      solution: [
        `A matrix gets A (rank × inputs) and B (outputs × rank): rank · (inputs + outputs).`,
        `Query: ${query}. Value: ${value}.`,
        `All layers: ${all}.`,
      ],
    },
    zh: {
      prompt: `秩为 ${rank} 的 LoRA 作用于 ${layers} 层中每一层的 query 投影（${w} → ${w}）和 value 投影（${w} → ${n}）。要训练多少参数？`,
      solution: [
        `每个矩阵加上 A（秩 × 输入）和 B（输出 × 秩）：秩 ·（输入 + 输出）。`,
        `query：${query}。value：${value}。`,
        `所有层：${all}。`,
      ],
    },
    slips: [
      {
        answer: layers * (width * width + width * narrow),
        en: 'Those are the parameters of the matrices themselves, which stay frozen.',
        zh: '这是矩阵本身的参数量，它们是冻结的。',
      },
      {
        answer: layers * 4 * rank * width,
        en: `The value projection has only ${n} outputs.`,
        zh: `value 投影只有 ${n} 个输出。`,
      },
      {
        answer: layers * rank * 2 * width,
        en: 'That is one of the two factors: A alone.',
        zh: '这只是两个因子之一：只算了 A。',
      },
    ],
  };
}
