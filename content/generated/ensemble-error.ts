import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** A mean keeps the common bias and what the errors share; the rest of the variance is divided. */
export function ensembleError(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const bias = pick([2, 3, 4]);
  const deviation = pick([5, 8, 10, 12]);
  const correlation = pick([0.2, 0.4, 0.5, 0.6, 0.8]);
  const models = pick([2, 3, 4, 5, 8, 10]);
  const single = deviation ** 2;
  const variance = single * (correlation + (1 - correlation) / models);
  const answer = Math.sqrt(bias ** 2 + variance);
  const least = Math.sqrt(bias ** 2 + single * correlation);
  const own = figure(1 - correlation);
  const left = `${single} · (${correlation} + ${own}/${models}) = ${figure(variance)}`;
  const root = `√(${bias}² + ${figure(variance)}) = √${figure(bias ** 2 + variance)} = ${figure(answer)}`;
  const floor = `√(${bias}² + ${single} · ${correlation}) = ${figure(least)}`;
  const alone = figure(Math.sqrt(bias ** 2 + single));
  return {
    numbers: { bias, deviation, correlation, models },
    answer,
    unit: '',
    tolerance: 0.004,
    en: {
      prompt: `Each of ${models} models predicts ${bias} too much on average. Around that its errors have a standard deviation of ${deviation}, correlated at ${correlation} between any two. Their predictions are averaged. What is the root mean squared error of the mean?`,
      solution: [
        `Variance of the mean: ${left}.`,
        `The bias is common to all and stays: ${root}. One model alone has ${alone}.`,
        `No number of models gets below ${floor}.`,
      ],
    },
    zh: {
      prompt: `${models} 个模型，每个的预测平均都偏高 ${bias}，在此之外误差的标准差是 ${deviation}，两两相关系数 ${correlation}。把预测取平均，均方根误差（RMSE）是多少？`,
      solution: [
        `平均之后的方差：${left}。`,
        `偏差是共有的，原样留着：${root}。单个模型是 ${alone}。`,
        `模型再多，也低不过 ${floor}。`,
      ],
    },
    slips: [
      {
        answer: Math.sqrt(variance),
        en: 'You left out the bias, which no mean takes away.',
        zh: '漏了偏差：取平均消不掉它。',
      },
      {
        answer: Math.sqrt(bias ** 2 + single / models),
        en: 'That would be so if their errors were independent.',
        zh: '误差相互独立时才是这样。',
      },
      {
        answer: bias ** 2 + variance,
        en: 'That is the mean squared error: the root is missing.',
        zh: '这是均方误差，还没开根号。',
      },
    ],
  };
}
