import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** In each step AdamW multiplies a weight by 1 − ηλ, with the learning rate of that step. */
export function weightDecay(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const rate = pick([1, 2, 3]) / 1e4;
  const decay = pick([0.05, 0.1]);
  const steps = pick([5000, 10_000, 20_000]);
  const fall = pick([5, 10]);
  const later = pick([5000, 10_000, 20_000]);
  const low = rate / fall;
  const kept = (1 - rate * decay) ** steps * (1 - low * decay) ** later;
  const answer = (1 - kept) * 100;
  const pull = rate * decay * steps + low * decay * later;
  const first = `${figure(steps)} · ${figure(rate)} · ${decay}`;
  const second = `${figure(later)} · ${figure(low)} · ${decay}`;
  const sum = `${first} + ${second} = ${figure(pull)}`;
  const power = `1 − e^−${figure(pull)} = ${figure(answer)} %`;
  return {
    numbers: { rate, decay, steps, fall, later },
    answer,
    unit: '%',
    tolerance: 0.005,
    en: {
      prompt: `AdamW with a weight decay of ${decay} runs ${figure(steps)} steps at a learning rate of ${figure(rate)} and then ${figure(later)} at ${figure(low)}. By how much does a weight shrink that gets no gradient?`,
      solution: [
        `Each step multiplies by 1 − rate · decay, with the rate of that step. These small pulls add up: ${sum}.`,
        `The weight shrinks by ${power}.`,
      ],
    },
    zh: {
      prompt: `AdamW，weight decay ${decay}，先以学习率 ${figure(rate)} 走 ${figure(steps)} 步，再以 ${figure(low)} 走 ${figure(later)} 步。一个没有梯度的权重缩小了多少（百分比）？`,
      solution: [
        `每步乘以 1 − 学习率 · decay，学习率取那一步的。这些小量累加起来：${sum}。`,
        `权重缩小 ${power.replace(' %', '%')}。`,
      ],
    },
    slips: [
      {
        answer: (1 - (1 - rate * decay) ** (steps + later)) * 100,
        en: 'You kept the first learning rate to the end; the decay follows the schedule.',
        zh: '你一直用的是开头的学习率；衰减是跟着学习率计划走的。',
      },
      {
        answer: (1 - (1 - rate * decay) ** steps) * 100,
        en: 'You left out the second part: less decay, but not none.',
        zh: '漏了后一段：衰减变弱了，但不是没有。',
      },
      {
        answer: pull * 100,
        en: 'You added up shares of the first value; each step takes its share of what is left.',
        zh: '你每步都按最初的值来扣；其实每步扣的是剩余部分的一份。',
      },
      {
        answer: kept * 100,
        en: 'That is what is left of it.',
        zh: '这是剩下的部分。',
      },
    ],
  };
}
