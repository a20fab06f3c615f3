import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** Amdahl for 2:4: the product is twice as fast at the peak, times what either kernel reaches of its own. */
export function sparseSpeedUp(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const share = pick([40, 50, 60, 70, 75, 80, 85]);
  const dense = pick([70, 75, 80]);
  const sparse = pick([45, 50, 55, 60]);
  const product = (2 * sparse) / dense;
  const rest = (100 - share) / 100;
  const time = rest + share / 100 / product;
  const answer = 1 / time;
  const kernel = `2 · ${sparse}/${dense} = ${figure(product)}`;
  const sum = `${figure(rest)} + ${figure(share / 100)}/${figure(product)} = ${figure(time)}`;
  const inverse = `1 / ${figure(time)} = ${figure(answer)}`;
  const most = `1 / (${figure(rest)} + ${figure(share / 200)}) = ${figure(1 / (rest + share / 200))}`;
  return {
    numbers: { share, dense, sparse },
    answer,
    unit: '',
    tolerance: 0.005,
    en: {
      prompt: `Products with weights take ${share} % of a prefill’s time. Dense, the kernel reaches ${dense} % of its peak; with 2:4 the peak is twice as high, and the kernel reaches ${sparse} % of it. How many times as fast is the whole?`,
      solution: [
        `The products: ${kernel} times as fast.`,
        `Of the time there remains ${sum}.`,
        `The whole: ${inverse} times as fast. With a kernel as good as the dense one it would be ${most}.`,
      ],
    },
    zh: {
      prompt: `一次 prefill 里，与权重的矩阵乘占 ${share}% 的时间。稠密 kernel 能到峰值的 ${dense}%；用 2:4，峰值翻倍，kernel 能到其中的 ${sparse}%。整体快到几倍？`,
      solution: [
        `矩阵乘：快到 ${kernel} 倍。`,
        `时间还剩 ${sum}。`,
        `整体：快到 ${inverse} 倍。如果稀疏 kernel 和稠密的一样好，就是 ${most}。`,
      ],
    },
    slips: [
      {
        answer: 1 / (rest + share / 200),
        en: 'That takes the product to be twice as fast; the sparse kernel reaches less of its peak.',
        zh: '这是按矩阵乘快到 2 倍算的；稀疏 kernel 离自己的峰值更远。',
      },
      {
        answer: product,
        en: 'That is the products alone; the rest of the time is as it was.',
        zh: '这只是矩阵乘；其余的时间没有变。',
      },
      {
        answer: time,
        en: 'That is the share of the time that remains; how many times as fast is its inverse.',
        zh: '这是剩下的时间占比；快到几倍要取倒数。',
      },
    ],
  };
}
