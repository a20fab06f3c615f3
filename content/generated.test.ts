import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GeneratorName, generatorNames, isGeneratorName, loadGenerator } from './generated.ts';

type Numbers = Record<string, number>;

/** The answer from the same numbers, by another way than the generator's: counting, adding up, playing it through. */
const again: Record<GeneratorName, (numbers: Numbers) => number> = {
  'all-reduce-bytes': ({ billions = 0, bytes = 0, gpus = 0 }) => {
    const piece = (billions * 1e9 * bytes) / gpus;
    let sent = 0;
    // A ring of n takes n − 1 rounds to sum and n − 1 to hand out, with a piece sent in each.
    for (const _phase of ['reduce-scatter', 'all-gather'])
      for (let round = 1; round < gpus; round++) sent += piece;
    return sent;
  },
  'decode-speed': ({ billions = 0, bytes = 0, batch = 0, cacheGb = 0, bandwidthTb = 0 }) => {
    let seconds = (billions * 1e9 * bytes) / (bandwidthTb * 1e12);
    for (let sequence = 0; sequence < batch; sequence++) seconds += (cacheGb * 1e9) / (bandwidthTb * 1e12);
    return batch / seconds;
  },
  'effective-examples': ({ sources = 0, copies = 0, correlation = 0 }) => {
    // The variance of a source's mean, from every pair of its variants.
    const ofMean = sumOfPairs(copies, (same) => (same ? 1 : correlation)) / copies ** 2;
    return sources / ofMean;
  },
  'ensemble-error': ({ bias = 0, deviation = 0, correlation = 0, models = 0 }) => {
    const covariance = (same: boolean) => deviation * deviation * (same ? 1 : correlation);
    return Math.hypot(bias, Math.sqrt(sumOfPairs(models, covariance)) / models);
  },
  'four-bit-value': ({ nvidia, largest = 0, value = 0 }) => {
    const exponents = Array.from({ length: 12 }, (_, i) => i - 4);
    const powers = exponents.map((exponent) => 2 ** exponent);
    const mantissas = [8, 9, 10, 11, 12, 13, 14, 15].map((eighths) => eighths / 8);
    const e4m3 = powers.flatMap((power) => mantissas.map((mantissa) => mantissa * power));
    // Four is the largest power of two that FP4 has.
    const fitting = powers.filter((power) => 4 * power <= largest);
    const scale = nvidia === 1 ? nearest(e4m3, largest / 6) : Math.max(...fitting);
    const kept = [0, 0.5, 1, 1.5, 2, 3, 4, 6].map((magnitude) => magnitude * scale);
    return nearest(kept, value);
  },
  'kv-cache-bytes': ({ layers = 0, kvHeads = 0, headDim = 0, context = 0, batch = 0, bytes = 0 }) => {
    let vectors = 0;
    for (let layer = 0; layer < layers; layer++)
      for (let head = 0; head < kvHeads; head++) vectors += ['key', 'value'].length;
    return Number(BigInt(vectors * headDim * bytes) * BigInt(context) * BigInt(batch));
  },
  'layer-parameters': ({ kind, inputs = 0, units = 0, size = 0, heads = 0, kvHeads = 0, headDim = 0 }) => {
    const width = heads * headDim;
    const shapes: [number, number[][]][] = [
      [0, [[units, inputs], [units]]],
      [1, [[units, inputs, size, size], [units]]],
      [2, [heads, kvHeads, kvHeads, heads].map((count) => [count, headDim, width])],
    ];
    const [, tensors = []] = shapes.find(([of]) => of === kind) ?? [];
    return sum(tensors.map(product));
  },
  'lora-parameters': ({ layers = 0, width = 0, narrow = 0, rank = 0 }) => {
    const tensors = [
      [rank, width],
      [width, rank],
      [rank, width],
      [narrow, rank],
    ];
    return sum(Array.from({ length: layers }, () => sum(tensors.map(product))));
  },
  'mixed-batch-speed': ({
    baseGb = 0,
    adapterMb = 0,
    batch = 0,
    adapters = 0,
    cacheGb = 0,
    bandwidthTb = 0,
  }) => {
    let bytes = baseGb * 1e9;
    const loaded = new Set<number>();
    for (let request = 0; request < batch; request++) {
      const adapter = request % adapters;
      if (!loaded.has(adapter)) bytes += adapterMb * 1e6;
      loaded.add(adapter);
      bytes += cacheGb * 1e9;
    }
    return (batch * bandwidthTb * 1e12) / bytes;
  },
  'pipeline-bubble': ({ stages = 0, microBatches = 0, chunks = 0 }) => {
    const length = lastEnd(stages, microBatches, chunks);
    return (1 - (microBatches * chunks) / length) * 100;
  },
  'quantized-size': ({ billions = 0, bits = 0, group = 0, zeroBits = 0 }) => {
    const groups = (billions * 1e9) / group;
    return groups * ((group * bits) / 8 + 16 / 8 + zeroBits / 8);
  },
  'ring-time': ({ gpus = 0, latencyUs = 0, rateGb = 0, size = 0 }) => {
    let us = 0;
    for (const _phase of ['reduce-scatter', 'all-gather'])
      for (let round = 1; round < gpus; round++) us += latencyUs + size / gpus / (rateGb * 1e3);
    return us / 1e3;
  },
  'sparse-speed-up': ({ share = 0, dense = 0, sparse = 0 }) => {
    // Of 100 ms; a per cent of the dense peak is one operation a ms.
    const operations = share * dense;
    return 100 / (100 - share + operations / (2 * sparse));
  },
  'speculative-tokens': ({ acceptance = 0, drafted = 0 }) => {
    // By what may happen: exactly i accepted and one of the target's own.
    let expected = acceptance ** drafted * (drafted + 1);
    for (let i = 0; i < drafted; i++) expected += acceptance ** i * (1 - acceptance) * (i + 1);
    return expected;
  },
  'weight-decay': ({ rate = 0, decay = 0, steps = 0, fall = 1, later = 0 }) => {
    let weight = 1;
    for (let step = 0; step < steps + later; step++)
      weight -= (step < steps ? rate : rate / fall) * decay * weight;
    return (1 - weight) * 100;
  },
  'zero-memory': ({ billions = 0, gpus = 0, stage = 0 }) => {
    const state = [
      { bytes: 12, dividedFrom: 1 },
      { bytes: 2, dividedFrom: 2 },
      { bytes: 2, dividedFrom: 3 },
    ];
    return sum(
      state.map(({ bytes, dividedFrom }) => (billions * 1e9 * bytes) / (stage >= dividedFrom ? gpus : 1)),
    );
  },
};

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const product = (values: number[]) => values.reduce((total, value) => total * value, 1);
const nearest = (values: number[], to: number) =>
  values.reduce((best, value) => (Math.abs(value - to) < Math.abs(best - to) ? value : best));

/** Over all ordered pairs of so many, each with itself too. */
function sumOfPairs(count: number, of: (same: boolean) => number): number {
  let total = 0;
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) total += of(i === j);
  return total;
}

/** When the last stage has done the last micro-batch, played through slot by slot; interleaved in groups of `stages`. */
function lastEnd(stages: number, microBatches: number, chunks: number): number {
  const freeAt = Array.from({ length: stages }, () => 0);
  const doneAt = new Map<string, number>();
  const turns: [number, number][] = [];
  for (let first = 0; first < microBatches; first += stages)
    for (let chunk = 0; chunk < chunks; chunk++)
      for (let i = 0; i < stages; i++) turns.push([first + i, chunk]);
  for (const [batch, chunk] of turns) {
    for (let stage = 0; stage < stages; stage++) {
      const place = chunk * stages + stage;
      const ready = doneAt.get(`${batch} ${place - 1}`) ?? 0;
      const end = Math.max(freeAt[stage] ?? 0, ready) + 1;
      freeAt[stage] = end;
      doneAt.set(`${batch} ${place}`, end);
    }
  }
  return Math.max(...freeAt);
}

const seed = fc.integer({ min: 1, max: 99_999 });

describe.each(generatorNames.filter(isGeneratorName))('%s', async (name) => {
  const generate = await loadGenerator(name);

  test('the answer is what a second way of reckoning gives', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const { numbers, answer, tolerance } = generate(one);
        expect(Math.abs(again[name](numbers) / answer - 1)).toBeLessThan(Math.min(1e-9, tolerance));
      }),
      { numRuns: 300 },
    );
  });

  test('the numbers are such as occur, and both languages tell them', () => {
    const bounds = {
      B: [1e5, 5e13],
      ms: [0.01, 100],
      'tokens/s': [1, 1e5],
      '%': [0.5, 60],
      '': [1, 1e9],
    } as const;
    fc.assert(
      fc.property(seed, (one) => {
        const { answer, unit, en, zh, tolerance } = generate(one);
        const [least, most] = bounds[unit];
        expect(answer).toBeGreaterThan(least);
        expect(answer).toBeLessThan(most);
        expect(tolerance).toBeLessThan(0.02);
        const told = JSON.stringify([en, zh]);
        expect(told).not.toMatch(/NaN|undefined|Infinity|\[object/);
        expect(en.solution.length).toBe(zh.solution.length);
        expect(numbersIn(en.solution.join(' '))).toEqual(numbersIn(zh.solution.join(' ')));
        expect(zh.prompt).toMatch(/\p{Script=Han}/u);
      }),
      { numRuns: 300 },
    );
  });

  test('the worked solution ends in the answer', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const { answer, unit, en, tolerance } = generate(one);
        const scale = { B: [1, 1e3, 1e6, 1e9, 1e12], ms: [1], 'tokens/s': [1], '%': [1], '': [1] }[unit];
        const near = numbersIn(en.solution.join(' ')).some((number) =>
          scale.some((by) => Math.abs((number * by) / answer - 1) <= tolerance),
        );
        expect(near).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('no known mistake passes for the answer', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const { answer, tolerance, slips } = generate(one);
        for (const slip of slips) {
          const off = Math.abs(slip.answer / answer - 1);
          // With some numbers a mistake leads to the same: where all heads have keys of their own, counting them is right.
          expect(off < 1e-12 || off > 1.2 * tolerance, `${one}: ${slip.en}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same seed gives the same exercise, and seeds differ', () => {
    expect(generate(7)).toEqual(generate(7));
    const prompts = new Set(Array.from({ length: 40 }, (_, index) => generate(index + 1).en.prompt));
    expect(prompts.size).toBeGreaterThan(10);
  });
});

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d[\d,]*(\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')));
}
