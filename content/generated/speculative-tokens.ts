import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** A drafted token counts only if all before it were accepted; the pass itself yields one more. Leviathan et al. 2023. */
export function speculativeTokens(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const acceptance = pick([0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]);
  const drafted = pick([2, 3, 4, 5, 6, 8]);
  const answer = (1 - acceptance ** (drafted + 1)) / (1 - acceptance);
  const rest = figure(1 - acceptance);
  const sum = `(1 − ${acceptance}^${drafted + 1}) / (1 − ${acceptance}) = ${figure(1 - acceptance ** (drafted + 1))} / ${rest} = ${figure(answer)}`;
  return {
    numbers: { acceptance, drafted },
    answer,
    unit: '',
    tolerance: 0.005,
    en: {
      prompt: `A draft model proposes ${drafted} tokens a round, and each is accepted with probability ${acceptance}, independently, if all before it were. How many tokens does a pass of the target model give on average, its own included?`,
      solution: [
        `The i-th drafted token counts with probability ${acceptance}^i; the target adds one in any case.`,
        `1 + ${acceptance} + … + ${acceptance}^${drafted} = ${sum}.`,
      ],
    },
    zh: {
      prompt: `draft 模型每轮提议 ${drafted} 个 token；若前面的都被接受，每个以概率 ${acceptance} 独立地被接受。连同 target 自己产生的一个，target 每次前向平均得到多少 token？`,
      solution: [
        `第 i 个提议以概率 ${acceptance}^i 有效；target 无论如何再给一个。`,
        `1 + ${acceptance} + … + ${acceptance}^${drafted} = ${sum}。`,
      ],
    },
    slips: [
      {
        answer: answer - 1,
        en: 'The token of the target itself is missing.',
        zh: '漏了 target 自己产生的那一个。',
      },
      {
        answer: 1 + acceptance * drafted,
        en: 'You let a drafted token count even where one before it was rejected.',
        zh: '你让前面已被拒绝时，后面的提议也计入了。',
      },
    ],
  };
}
