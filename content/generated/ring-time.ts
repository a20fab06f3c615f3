import { chanceFrom } from '../random.ts';
import { figure, inBytes, type Variant } from './variant.ts';

/** Steps times latency, and bytes over bandwidth; the two are alike at n·α·B. Thakur et al. 2005. */
export function ringTime(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const gpus = pick([8, 16, 32, 64, 128, 256]);
  const latencyUs = pick([2, 4, 5]);
  const rateGb = pick([25, 50, 100]);
  // Never just where both terms are alike: leaving one out would look like half of the collective.
  const times = pick([0.25, 0.5, 2, 4]);
  const balanced = gpus * latencyUs * rateGb * 1e3;
  const size = balanced * times;
  const ofSteps = (2 * (gpus - 1) * latencyUs) / 1e3;
  const ofBytes = (2 * (gpus - 1) * size) / gpus / (rateGb * 1e6);
  const answer = ofSteps + ofBytes;
  const steps = `2 · ${gpus - 1} · ${latencyUs} µs = ${figure(ofSteps)} ms`;
  const bytes = `2 · ${gpus - 1}/${gpus} · ${inBytes(size)} / ${rateGb} GB/s = ${figure(ofBytes)} ms`;
  const sum = `${figure(ofSteps)} + ${figure(ofBytes)} = ${figure(answer)} ms`;
  const border = `${gpus} · ${latencyUs} µs · ${rateGb} GB/s = ${inBytes(balanced)}`;
  return {
    numbers: { gpus, latencyUs, rateGb, size },
    answer,
    unit: 'ms',
    tolerance: 0.01,
    en: {
      prompt: `${inBytes(size)} are summed over ${gpus} GPUs by a ring all-reduce. A step has a latency of ${latencyUs} µs, a link carries ${rateGb} GB/s. How long does it take by the model of latency and bandwidth?`,
      solution: [
        `Steps, ${gpus - 1} to sum and as many to hand out: ${steps}.`,
        `Bytes: ${bytes}.`,
        `Together ${sum}.`,
        `Both terms weigh the same at ${border}: ${times > 1 ? 'above it bytes decide' : 'below it steps decide, and a tree would be faster'}.`,
      ],
    },
    zh: {
      prompt: `${gpus} 张 GPU 用 ring all-reduce 对 ${inBytes(size)} 数据求和。每步延迟 ${latencyUs} µs，链路带宽 ${rateGb} GB/s。按“延迟 + 带宽”的模型，要多长时间？`,
      solution: [
        `步数：求和 ${gpus - 1} 步，分发同样多，${steps}。`,
        `字节：${bytes}。`,
        `合计 ${sum}。`,
        `两项相等的大小是 ${border}：${times > 1 ? '大于它，字节说了算' : '小于它，步数说了算，用 tree 更快'}。`,
      ],
    },
    slips: [
      {
        answer: answer / 2,
        en: 'That is one half of it, the reduce-scatter. The all-gather takes as long.',
        zh: '这只是一半，即 reduce-scatter；all-gather 还要同样长的时间。',
      },
      {
        answer: ofBytes,
        en: 'You left out the latency of the steps.',
        zh: '漏了每一步的延迟。',
      },
      {
        answer: ofSteps + ofBytes * gpus,
        en: `You sent the whole array in each step; a ring sends one of ${gpus} pieces.`,
        zh: `你让每一步都传整个数组；ring 每步只传 ${gpus} 块中的一块。`,
      },
    ],
  };
}
