import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** So many independent examples have the same variance of the mean as variants correlated within a source. */
export function effectiveExamples(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const sources = pick([200, 500, 1000, 2000, 5000]);
  const copies = pick([2, 4, 5, 8, 10]);
  const correlation = pick([0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9]);
  const all = sources * copies;
  const spread = 1 + (copies - 1) * correlation;
  const answer = all / spread;
  const limit = sources / correlation;
  const sum = `1 + ${copies - 1} · ${correlation} = ${figure(spread)}`;
  const share = `${figure(all)} / ${figure(spread)} = ${figure(answer, 5)}`;
  const most = `${figure(sources)} / ${correlation} = ${figure(limit, 5)}`;
  return {
    numbers: { sources, copies, correlation },
    answer,
    unit: '',
    tolerance: 0.005,
    en: {
      prompt: `Of each of ${figure(sources)} texts there are ${copies} paraphrases to train on. What two of them teach is correlated at ${correlation} within a source, and independent between sources. How many independent examples are the ${figure(all)} worth?`,
      solution: [
        `Within a source the variance of the mean shrinks by ${copies}, but each of them repeats the others: ${sum}.`,
        `All together: ${share}.`,
        `More paraphrases alone would never bring more than ${most}; other situations would, since they lower the correlation.`,
      ],
    },
    zh: {
      prompt: `${figure(sources)} 条文本，各有 ${copies} 条改写用于训练。同一来源的两条，教给模型的东西相关系数为 ${correlation}，不同来源相互独立。这 ${figure(all)} 条相当于多少条独立样本？`,
      solution: [
        `同一来源内，平均值的方差除以 ${copies}，但每一条都在重复其余几条，要乘上 ${sum}。`,
        `合起来：${share}。`,
        `光靠多写几条改写，永远超不过 ${most}；换新的情形才行，因为相关系数会降下来。`,
      ],
    },
    slips: [
      {
        answer: all,
        en: 'That counts every paraphrase in full, as if they were independent.',
        zh: '这是把每条改写都当成独立样本来数。',
      },
      {
        answer: limit,
        en: 'That is what ever more paraphrases would approach.',
        zh: '这是改写无限多时的极限。',
      },
      {
        answer: all / (1 + copies * correlation),
        en: `Each repeats the ${copies - 1} others of its source, not all ${copies}.`,
        zh: `每条重复的是同来源的另外 ${copies - 1} 条，不是全部 ${copies} 条。`,
      },
    ],
  };
}
