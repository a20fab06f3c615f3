import { chanceFrom } from '../random.ts';
import { figure, inBytes, type Variant } from './variant.ts';

/** Weights in few bits, and for each group of them a scale and perhaps a zero point. */
export function quantizedSize(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const billions = pick([1.5, 3, 7, 8, 13, 32, 70]);
  const bits = pick([2, 3, 4, 8]);
  const group = pick([32, 64, 128]);
  const zeroBits = pick([0, bits, 16]);
  const perWeight = bits + (16 + zeroBits) / group;
  const answer = (billions * 1e9 * perWeight) / 8;
  const extra = zeroBits === 0 ? '16' : `16 + ${zeroBits}`;
  const sum = `${bits} + (${extra})/${group} = ${figure(perWeight, 6)}`;
  const amount = `${billions} · 10⁹ · ${figure(perWeight, 6)} / 8`;
  return {
    numbers: { billions, bits, group, zeroBits },
    answer,
    unit: 'B',
    tolerance: 0.004,
    en: {
      prompt: `${billions} billion weights are stored in ${bits} bits, with a scale of 16 bits${zeroBits === 0 ? '' : ` and a zero point of ${zeroBits} bits`} for each group of ${group}. How large is the file, headers left out?`,
      solution: [
        `Bits for a weight: ${sum}.`,
        `${amount} = ${inBytes(answer)}. In 16 bits it would be ${inBytes(billions * 2e9)}.`,
      ],
    },
    zh: {
      prompt: `${figure(billions * 10)} 亿个权重以 ${bits} 位保存，每 ${group} 个一组，每组有一个 16 位的 scale${zeroBits === 0 ? '' : `和一个 ${zeroBits} 位的 zero point`}。不计文件头，文件有多大？`,
      solution: [
        `每个权重的位数：${sum}。`,
        `${amount} = ${inBytes(answer)}。若用 16 位，则是 ${inBytes(billions * 2e9)}。`,
      ],
    },
    slips: [
      {
        answer: (billions * 1e9 * bits) / 8,
        en: 'These are the weights alone: what each group carries is missing.',
        zh: '这只是权重本身：漏了每组附带的 scale 等。',
      },
      {
        answer: billions * 1e9 * perWeight,
        en: 'These are bits: a byte has 8 of them.',
        zh: '这是位数：8 位才是 1 字节。',
      },
    ],
  };
}
