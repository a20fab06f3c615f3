import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** A step of decoding reads all weights once and every sequence's cache; below the ridge nothing else counts. */
export function decodeSpeed(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const billions = pick([3, 7, 8, 13, 14]);
  const bytes = pick([0.5, 1, 2]);
  const batch = pick([1, 4, 8, 16]);
  const cacheGb = pick([0.5, 1, 1.5, 2]);
  const bandwidthTb = pick([0.9, 1, 2, 3.35, 4.8]);
  const weightsGb = billions * bytes;
  const readGb = weightsGb + batch * cacheGb;
  const seconds = readGb / (bandwidthTb * 1000);
  const answer = batch / seconds;
  const type = bytes === 2 ? 'bf16' : bytes === 1 ? 'fp8' : 'int4';
  const reads = `${billions} · ${bytes} + ${batch} · ${cacheGb} = ${figure(readGb)} GB`;
  const time = `${figure(readGb)} GB / ${figure(bandwidthTb)} TB/s = ${figure(seconds * 1000)} ms`;
  const rate = `${batch} / ${figure(seconds * 1000)} ms = ${figure(answer)} tokens/s`;
  return {
    numbers: { billions, bytes, batch, cacheGb, bandwidthTb },
    answer,
    unit: 'tokens/s',
    tolerance: 0.01,
    en: {
      prompt: `A model of ${billions} billion weights in ${type} (${bytes} ${bytes === 2 ? 'bytes' : 'byte'} each) decodes ${batch === 1 ? 'one sequence with' : `${batch} sequences at a time, each with`} ${cacheGb} GB of KV cache, on a GPU that reads ${bandwidthTb} TB/s. Bound by bandwidth alone, how many tokens a second come out${batch === 1 ? '' : ', all sequences together'}?`,
      solution: [
        `A step reads all weights once and the cache of each sequence: ${reads}.`,
        `That takes ${time}.`,
        `It yields a token for each sequence: ${rate}.`,
      ],
    },
    zh: {
      prompt: `一个有 ${figure(billions * 10)} 亿个权重、以 ${type}（每个 ${bytes} 字节）保存的模型，${batch === 1 ? '为一条序列做 decode，其' : `同时为 ${batch} 条序列做 decode，每条的`} KV cache 占 ${cacheGb} GB，GPU 带宽为 ${bandwidthTb} TB/s。若只受带宽限制，${batch === 1 ? '' : '所有序列合计'}每秒产出多少 token？`,
      solution: [
        `每步读一遍全部权重，以及每条序列的 cache：${reads}。`,
        `耗时 ${time}。`,
        `每条序列得到一个 token：${rate}。`,
      ],
    },
    slips: [
      {
        answer: (batch * bandwidthTb * 1000) / weightsGb,
        en: 'You left out the cache, which is read in every step, too.',
        zh: '漏了 cache：它每步也要读。',
      },
      {
        answer: answer / batch,
        en: 'That is what one sequence gets; asked for are all together.',
        zh: '这是单条序列的速度；题目问的是合计。',
      },
    ],
  };
}
