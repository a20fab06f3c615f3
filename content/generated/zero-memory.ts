import { chanceFrom } from '../random.ts';
import { figure, inBytes, type Variant } from './variant.ts';

/** Adam in mixed precision: 2 bytes of weights, 2 of gradients, 12 of optimizer state a parameter; Rajbhandari et al. 2020. */
export function zeroMemory(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const billions = pick([1.5, 3, 7, 13, 30, 70]);
  const gpus = pick([4, 8, 16, 32, 64]);
  const stage = pick([1, 2, 3]);
  const whole = stage === 1 ? 4 : stage === 2 ? 2 : 0;
  const perParameter = whole + (16 - whole) / gpus;
  const answer = billions * 1e9 * perParameter;
  const sum = `${whole === 0 ? '' : `${whole} + `}${16 - whole}/${gpus} = ${figure(perParameter, 6)}`;
  const amount = `${billions} · 10⁹ · ${figure(perParameter, 6)} = ${inBytes(answer)}`;
  const without = inBytes(billions * 16e9);
  return {
    numbers: { billions, gpus, stage },
    answer,
    unit: 'B',
    tolerance: 0.01,
    en: {
      prompt: `${billions} billion parameters are trained with Adam in mixed precision (2 bytes of weights, 2 of gradients, 12 of optimizer state for each) under ZeRO stage ${stage} on ${gpus} GPUs. How much state does each GPU hold, activations left out?`,
      solution: [
        en[stage - 1] ?? '',
        `Bytes a parameter: ${sum}.`,
        `${amount}. Without ZeRO it would be ${without}.`,
      ],
    },
    zh: {
      prompt: `${figure(billions * 10)} 亿参数用 Adam 做混合精度训练（每个参数：权重 2 字节、梯度 2 字节、优化器状态 12 字节），在 ${gpus} 张 GPU 上用 ZeRO stage ${stage}。不计激活，每张 GPU 保存多少状态？`,
      solution: [zh[stage - 1] ?? '', `每个参数的字节数：${sum}。`, `${amount}。不用 ZeRO 则是 ${without}。`],
    },
    slips: [
      {
        answer: billions * 1e9 * (4 + 12 / gpus),
        en: 'That is stage 1, which divides the optimizer state alone.',
        zh: '这是 stage 1：只切分优化器状态。',
      },
      {
        answer: billions * 1e9 * (2 + 14 / gpus),
        en: 'That is stage 2, which keeps the weights whole.',
        zh: '这是 stage 2：权重保持完整。',
      },
      {
        answer: (billions * 16e9) / gpus,
        en: 'That is stage 3, which divides everything.',
        zh: '这是 stage 3：全部切分。',
      },
    ],
  };
}

const en = [
  'Stage 1 divides the optimizer state: the 12 bytes. Weights and gradients stay whole.',
  'Stage 2 divides optimizer state and gradients: 14 bytes. The weights stay whole.',
  'Stage 3 divides everything: all 16 bytes.',
];
const zh = [
  'stage 1 切分优化器状态，即那 12 字节；权重和梯度保持完整。',
  'stage 2 切分优化器状态和梯度，共 14 字节；权重保持完整。',
  'stage 3 全部切分：16 字节都切。',
];
