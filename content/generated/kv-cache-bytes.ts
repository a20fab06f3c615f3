import { chanceFrom } from '../random.ts';
import { figure, inBytes, type Variant } from './variant.ts';

/** Two vectors, key and value, for each layer, key-value head and token. */
export function kvCacheBytes(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const layers = pick([24, 28, 32, 40, 48, 64, 80]);
  const kvHeads = pick([1, 2, 4, 8, 16]);
  const heads = kvHeads * pick([2, 4, 8]);
  const headDim = pick([64, 96, 128]);
  const context = pick([2048, 4096, 8192, 16_384, 32_768]);
  const batch = pick([1, 4, 8, 16, 32]);
  const bytes = pick([1, 2]);
  const perToken = 2 * layers * kvHeads * headDim * bytes;
  const answer = perToken * context * batch;
  const type = bytes === 1 ? 'fp8' : 'bf16';
  const product = [2, layers, kvHeads, headDim, bytes].map((factor) => figure(factor)).join(' · ');
  return {
    numbers: { layers, heads, kvHeads, headDim, context, batch, bytes },
    answer,
    unit: 'B',
    tolerance: 0.01,
    en: {
      prompt: `A model has ${layers} layers with ${heads} query heads and ${kvHeads} key-value ${kvHeads === 1 ? 'head' : 'heads'} of dimension ${headDim}. Its cache is kept in ${type}. How much memory does the KV cache take for ${batch} ${batch === 1 ? 'sequence' : 'sequences'} of ${figure(context)} tokens?`,
      solution: [
        `A token: key and value (2) · layers · KV heads · dimension · bytes = ${product} = ${figure(perToken)} B.`,
        `All tokens: ${figure(perToken)} B · ${figure(context)} · ${batch} = ${figure(answer)} B = ${inBytes(answer)} (${gib(answer)}).`,
        `The ${heads} query heads play no part: they are computed anew and not kept.`,
      ],
    },
    zh: {
      prompt: `一个模型有 ${layers} 层，每层 ${heads} 个 query head、${kvHeads} 个 KV head，head 维数 ${headDim}，cache 以 ${type} 保存。${batch} 条${batch === 1 ? '' : '各'} ${figure(context)} 个 token 的序列，KV cache 共占多少显存？`,
      solution: [
        `每个 token：key 和 value（2）· 层数 · KV head 数 · head 维数 · 字节数 = ${product} = ${figure(perToken)} B。`,
        `全部 token：${figure(perToken)} B · ${figure(context)} · ${batch} = ${figure(answer)} B = ${inBytes(answer)}（${gib(answer)}）。`,
        `${heads} 个 query head 不影响结果：query 每步现算，不保存。`,
      ],
    },
    slips: [
      {
        answer: answer / 2,
        en: 'That is half of it: a key and a value are kept, or a number takes more bytes than you reckoned with.',
        zh: '只有一半：key 和 value 都要保存；也可能是每个数的字节数算少了。',
      },
      {
        answer: answer * 2,
        en: `That is twice as much: in ${type} a number takes ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}.`,
        zh: `多了一倍：${type} 每个数占 ${bytes} 字节。`,
      },
      {
        answer: (answer / kvHeads) * heads,
        en: 'You counted the query heads; the cache keeps the key-value heads.',
        zh: '你用的是 query head 数；cache 保存的是 KV head。',
      },
    ],
  };
}

function gib(bytes: number): string {
  return `${figure(Number((bytes / 2 ** 30).toPrecision(4)))} GiB`;
}
