import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** A dense, a convolutional or an attention layer: weights, and biases where it has them. */
export function layerParameters(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  return pick([dense, convolution, attention])(seed);
}

function dense(seed: number): Variant {
  const { pick } = chanceFrom(seed + 1);
  const inputs = pick([128, 256, 300, 512, 784, 1024]);
  const units = pick([10, 50, 64, 100, 128, 1000]);
  const answer = (inputs + 1) * units;
  return {
    ...counted({ kind: 0, inputs, units }, answer),
    en: {
      prompt: `A dense layer takes ${figure(inputs)} inputs and has ${figure(units)} units, each with a bias. How many parameters does it have?`,
      solution: [
        `Each unit has a weight for each input and one bias: ${figure(inputs)} + 1 = ${figure(inputs + 1)}.`,
        `${figure(inputs + 1)} · ${figure(units)} = ${figure(answer)}.`,
      ],
    },
    zh: {
      prompt: `一个全连接层有 ${figure(inputs)} 个输入、${figure(units)} 个单元，每个单元带偏置。它有多少参数？`,
      solution: [
        `每个单元对每个输入有一个权重，再加一个偏置：${figure(inputs)} + 1 = ${figure(inputs + 1)}。`,
        `${figure(inputs + 1)} · ${figure(units)} = ${figure(answer)}。`,
      ],
    },
    slips: withoutBiases(inputs * units),
  };
}

function convolution(seed: number): Variant {
  const { pick } = chanceFrom(seed + 2);
  const inputs = pick([3, 16, 32, 64, 128]);
  const units = pick([16, 32, 64, 128, 256]);
  const size = pick([1, 3, 5, 7]);
  const pixels = pick([28, 32, 56, 224]);
  const weights = size * size * inputs * units;
  const answer = weights + units;
  return {
    ...counted({ kind: 1, inputs, units, size, pixels }, answer),
    en: {
      prompt: `A 2D convolution with kernels of ${size} × ${size} turns ${inputs} channels of ${pixels} × ${pixels} pixels into ${units}, with a bias for each output channel. How many parameters does it have?`,
      solution: [
        `A kernel sees all input channels: ${size} · ${size} · ${inputs} = ${figure(size * size * inputs)} weights, and one bias.`,
        `(${figure(size * size * inputs)} + 1) · ${units} = ${figure(answer)}. The ${pixels} × ${pixels} pixels play no part: the kernels are the same everywhere.`,
      ],
    },
    zh: {
      prompt: `一个 2D 卷积，kernel 为 ${size} × ${size}，把 ${pixels} × ${pixels} 像素的 ${inputs} 个通道变成 ${units} 个通道，每个输出通道带偏置。它有多少参数？`,
      solution: [
        `每个 kernel 看到全部输入通道：${size} · ${size} · ${inputs} = ${figure(size * size * inputs)} 个权重，再加一个偏置。`,
        `(${figure(size * size * inputs)} + 1) · ${units} = ${figure(answer)}。与 ${pixels} × ${pixels} 的图像大小无关：各处共用同一组 kernel。`,
      ],
    },
    slips: withoutBiases(weights),
  };
}

function attention(seed: number): Variant {
  const { pick } = chanceFrom(seed + 3);
  const headDim = pick([64, 128]);
  const kvHeads = pick([2, 4, 8]);
  const heads = kvHeads * pick([1, 2, 4]);
  const width = heads * headDim;
  const answer = 2 * width * width + 2 * width * kvHeads * headDim;
  const narrow = figure(kvHeads * headDim);
  const wide = figure(width);
  return {
    ...counted({ kind: 2, heads, kvHeads, headDim, width }, answer),
    en: {
      prompt: `An attention layer of width ${wide} has ${heads} query heads and ${kvHeads} key-value heads of dimension ${headDim}; its four projections have no biases. How many parameters do they have?`,
      solution: [
        `Query and output: 2 · ${wide} · ${wide} = ${figure(2 * width * width)}.`,
        `Key and value, ${kvHeads} · ${headDim} = ${narrow} wide: 2 · ${wide} · ${narrow} = ${figure(answer - 2 * width * width)}.`,
        `Together ${figure(answer)}.`,
      ],
    },
    zh: {
      prompt: `一个宽度为 ${wide} 的 attention 层有 ${heads} 个 query head、${kvHeads} 个 KV head，head 维数 ${headDim}；四个投影都没有偏置。它们共有多少参数？`,
      solution: [
        `query 与输出投影：2 · ${wide} · ${wide} = ${figure(2 * width * width)}。`,
        `key 与 value 投影，输出宽度 ${kvHeads} · ${headDim} = ${narrow}：2 · ${wide} · ${narrow} = ${figure(answer - 2 * width * width)}。`,
        `合计 ${figure(answer)}。`,
      ],
    },
    slips: [
      {
        answer: 4 * width * width,
        en: 'You gave keys and values as many heads as queries.',
        zh: '你让 KV head 和 query head 一样多了。',
      },
    ],
  };
}

function counted(numbers: Variant['numbers'], answer: number) {
  // Forgotten biases are as little as a 6,000th of a convolution, and must not pass for rounding.
  return { numbers, answer, unit: '' as const, tolerance: 0.0001 };
}

function withoutBiases(answer: number): Variant['slips'] {
  return [{ answer, en: 'The biases are missing.', zh: '漏了偏置。' }];
}
