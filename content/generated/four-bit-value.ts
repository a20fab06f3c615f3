import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

const magnitudes = [0, 0.5, 1, 1.5, 2, 3, 4, 6];
/** Above these FP4 rounds up; what lies on one would go to its even neighbour and is not asked for. */
const ties = magnitudes.slice(1).map((larger, i) => (larger + (magnitudes[i] ?? 0)) / 2);

/** A value of a block in FP4 with a scale, as MXFP4 (a power of two) or NVFP4 (an E4M3 number) has it. */
export function fourBitValue(seed: number): Variant {
  const { pick, whole } = chanceFrom(seed);
  const nvidia = pick([false, true]);
  // The scales are 2.75 to 8, every answer is more than 1, and no sixth lies half-way between two E4M3 numbers.
  const largest = whole(16, 50);
  const scale = nvidia ? e4m3OfSixth(largest) : powerOfTwo(largest);
  const smaller = Array.from({ length: largest - 1 }, (_, i) => i + 1);
  const clear = smaller.filter((one) => isClear(one / scale));
  const value = clear[whole(0, clear.length - 1)] ?? largest;
  const nearest = toFp4(value / scale);
  const answer = nearest * scale;
  const belowSix = magnitudes.slice(0, -1);
  const exponent = Math.floor(Math.log2(largest));
  const sixth = figure(largest / 6);
  const step = figure(stepOfE4m3(largest / 6));
  const between = `2^${exponent} ≤ ${largest} < 2^${exponent + 1}`;
  const power = `2^(${exponent} − 2) = ${scale}`;
  const divided = `${value} / ${figure(scale)} = ${figure(value / scale)}`;
  const back = `${nearest} · ${figure(scale)} = ${figure(answer)}`;
  return {
    numbers: { nvidia: Number(nvidia), largest, value },
    answer,
    unit: '',
    tolerance: 0.001,
    en: {
      prompt: `A block of ${nvidia ? 'NVFP4' : 'MXFP4'} has a largest magnitude of ${largest}. ${nvidia ? 'Its scale is a sixth of that, rounded to E4M3 (three mantissa bits); the scale of the tensor is 1.' : 'Its scale is 2^(⌊log2 of the largest⌋ − 2).'} FP4 has the magnitudes ${belowSix.join(', ')} and 6. What does the value ${value} of this block become?`,
      solution: [
        nvidia
          ? `Scale: ${largest}/6 = ${sixth}; E4M3 goes in steps of ${step} there, so ${figure(scale)}.`
          : `Scale: ${between}, so ${power}.`,
        `${divided}, of which the nearest magnitude is ${nearest}.`,
        `${back}.`,
      ],
    },
    zh: {
      prompt: `一个 ${nvidia ? 'NVFP4' : 'MXFP4'} 块里最大的绝对值是 ${largest}。${nvidia ? 'scale 是它的六分之一，舍入成 E4M3（3 位尾数）；整个张量的 scale 是 1。' : 'scale 是 2^(⌊log2 最大值⌋ − 2)。'}FP4 的绝对值有 ${belowSix.join('、')} 和 6。这个块里的 ${value} 变成多少？`,
      solution: [
        nvidia
          ? `scale：${largest}/6 = ${sixth}；E4M3 在那里的间隔是 ${step}，取 ${figure(scale)}。`
          : `scale：${between}，所以 ${power}。`,
        `${divided}，最近的取值是 ${nearest}。`,
        `${back}。`,
      ],
    },
    slips: [
      nvidia
        ? {
            answer: roundedBy(value, powerOfTwo(largest)),
            en: 'That is MXFP4, whose scale is a power of two.',
            zh: '这是 MXFP4 的结果，它的 scale 是 2 的幂。',
          }
        : {
            answer: roundedBy(value, e4m3OfSixth(largest)),
            en: 'That is NVFP4, whose scale is a sixth of the largest, in E4M3.',
            zh: '这是 NVFP4 的结果，它的 scale 是最大值的六分之一，存成 E4M3。',
          },
      {
        answer: nearest,
        en: 'That is what is stored; multiply it by the scale again.',
        zh: '这是存下来的值，还要乘回 scale。',
      },
      {
        answer: roundedBy(value, largest / 6),
        en: 'You used a sixth of the largest as it is; the scale has its own few bits.',
        zh: '你直接用了最大值的六分之一；scale 自己也只有几位。',
      },
    ],
  };
}

const roundedBy = (value: number, scale: number) => toFp4(value / scale) * scale;

function toFp4(value: number): number {
  return magnitudes[ties.filter((tie) => value > tie).length] ?? 6;
}

/** Neither rounded to nothing nor near the middle of two magnitudes. */
function isClear(value: number): boolean {
  return value > 0.3 && ties.every((tie) => Math.abs(value / tie - 1) > 0.03);
}

function powerOfTwo(largest: number): number {
  return 2 ** (Math.floor(Math.log2(largest)) - 2);
}

function stepOfE4m3(value: number): number {
  return 2 ** (Math.floor(Math.log2(value)) - 3);
}

function e4m3OfSixth(largest: number): number {
  const step = stepOfE4m3(largest / 6);
  return Math.round(largest / 6 / step) * step;
}
