import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** A step reads the base once, each different adapter once, and every request's cache. */
export function mixedBatchSpeed(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const baseGb = pick([8, 14, 16, 28]);
  const adapterMb = pick([80, 160, 320]);
  const batch = pick([32, 64]);
  const adapters = batch / pick([1, 2, 4]);
  const cacheGb = pick([0.1, 0.2]);
  const bandwidthTb = pick([2, 3.35, 4.8]);
  const ofAdapters = (adapters * adapterMb) / 1e3;
  const readGb = baseGb + ofAdapters + batch * cacheGb;
  const perSecond = (gb: number) => (batch * bandwidthTb * 1e3) / gb;
  const answer = perSecond(readGb);
  const merged = perSecond(adapters * baseGb + batch * cacheGb);
  const reads = `${baseGb} + ${adapters} · ${adapterMb / 1e3} + ${batch} · ${cacheGb} = ${figure(readGb)} GB`;
  const ms = figure(readGb / bandwidthTb);
  const time = `${figure(readGb)} GB / ${bandwidthTb} TB/s = ${ms} ms`;
  const rate = `${batch} / ${ms} ms = ${figure(answer)} tokens/s`;
  return {
    numbers: { baseGb, adapterMb, batch, adapters, cacheGb, bandwidthTb },
    answer,
    unit: 'tokens/s',
    tolerance: 0.01,
    en: {
      prompt: `A base of ${baseGb} GB decodes ${batch} requests at once, for ${adapters} different LoRA adapters of ${adapterMb} MB; each request has ${cacheGb} GB of KV cache. The GPU reads ${bandwidthTb} TB/s. Bound by bandwidth alone, how many tokens a second come out, all requests together?`,
      solution: [
        `A step reads the base once, each different adapter once, and all caches: ${reads}.`,
        `That takes ${time}.`,
        `It yields a token for each request: ${rate}.`,
        `${adapters} merged copies, were there memory for them, would give ${figure(merged)} tokens/s.`,
      ],
    },
    zh: {
      prompt: `一份 ${baseGb} GB 的底座同时为 ${batch} 个请求做 decode，它们用到 ${adapters} 个不同的 LoRA adapter，每个 ${adapterMb} MB；每个请求的 KV cache 占 ${cacheGb} GB，GPU 带宽 ${bandwidthTb} TB/s。若只受带宽限制，所有请求合计每秒产出多少 token？`,
      solution: [
        `每步读一遍底座、每个不同的 adapter 各一遍，以及全部 cache：${reads}。`,
        `耗时 ${time}。`,
        `每个请求得到一个 token：${rate}。`,
        `换成 ${adapters} 份合并副本，就算显存放得下，也只有 ${figure(merged)} tokens/s。`,
      ],
    },
    slips: [
      {
        answer: perSecond(baseGb + batch * cacheGb),
        en: 'You left out the adapters, which are read as well.',
        zh: '漏了 adapter：它们也要读。',
      },
      {
        answer: perSecond(baseGb + (batch * adapterMb) / 1e3 + batch * cacheGb),
        en: 'You read an adapter for each request; those with the same one share it.',
        zh: '你给每个请求各读了一遍 adapter；用同一个的请求共用一次读取。',
      },
      {
        answer: merged,
        en: 'That is what merged copies would give, each with a reading of its own base.',
        zh: '这是合并副本的结果：每份都要读一遍自己的底座。',
      },
      {
        answer: answer / batch,
        en: 'That is what one request gets; asked for are all together.',
        zh: '这是单个请求的速度；题目问的是合计。',
      },
    ],
  };
}
