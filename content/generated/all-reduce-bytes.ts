import { chanceFrom } from '../random.ts';
import { inBytes, type Variant } from './variant.ts';

/** A ring sends every piece but one's own twice around: once to sum, once to hand out. */
export function allReduceBytes(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const billions = pick([1, 3, 7, 8, 13, 30]);
  const bytes = pick([2, 4]);
  const gpus = pick([2, 4, 8, 16, 32]);
  const size = billions * 1e9 * bytes;
  const answer = (2 * (gpus - 1) * size) / gpus;
  const type = bytes === 2 ? 'bf16' : 'fp32';
  const total = `${billions} · 10⁹ · ${bytes} B = ${inBytes(size)}`;
  const sent = `2 · ${gpus - 1}/${gpus} · ${inBytes(size)} = ${inBytes(answer)}`;
  return {
    numbers: { billions, bytes, gpus },
    answer,
    unit: 'B',
    tolerance: 0.01,
    en: {
      prompt: `The gradients of ${billions} billion parameters are kept in ${type} and summed over ${gpus} GPUs by a ring all-reduce. How much does each GPU send?`,
      solution: [
        `Gradients: ${total}.`,
        `The ring cuts them into ${gpus} pieces. Reduce-scatter sends ${gpus - 1} of them, all-gather as many again: ${sent}.`,
      ],
    },
    zh: {
      prompt: `${billions * 10} 亿参数的梯度以 ${type} 保存，在 ${gpus} 张 GPU 之间用 ring all-reduce 求和。每张 GPU 发送多少数据？`,
      solution: [
        `梯度：${total}。`,
        `ring 把它切成 ${gpus} 块。reduce-scatter 发送其中 ${gpus - 1} 块，all-gather 再发送同样多：${sent}。`,
      ],
    },
    slips: [
      {
        answer: answer / 2,
        en: 'That is one of the two rounds: summing. Handing out the sums takes as much.',
        zh: '这只是两轮中的一轮（求和）；分发结果还要同样多。',
      },
      {
        answer: size * (gpus - 1),
        en: 'That is what sending everything to everyone would take.',
        zh: '这是把全部数据发给每一张 GPU 的量。',
      },
      {
        answer: size,
        en: 'That is the size of the gradients; a ring sends nearly twice as much.',
        zh: '这是梯度本身的大小；ring 要发送将近两倍。',
      },
    ],
  };
}
