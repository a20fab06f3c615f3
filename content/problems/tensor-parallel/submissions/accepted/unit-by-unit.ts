import type { Mlp, Shard } from './signature.ts';

type Unit = { column: number[]; bias: number; row: number[] };

/** Takes the layer apart into units, deals them out, and puts shards together again. */
export function splitMlp(mlp: Mlp, ranks: number): Shard[] {
  const { inputs, hidden, outputs } = mlp;
  if ([inputs, hidden, outputs, ranks].some((size) => !(size > 0) || size % 1 !== 0)) throw new RangeError('size');
  const lengths = [mlp.a.length / inputs, mlp.biasA.length, mlp.b.length / outputs];
  if (lengths.some((length) => length !== hidden) || mlp.biasB.length !== outputs || hidden < ranks) {
    throw new RangeError('shape');
  }
  const units = Array.from({ length: hidden }, (_, u): Unit => ({
    column: Array.from({ length: inputs }, (_, i) => mlp.a[i * hidden + u]),
    bias: mlp.biasA[u],
    row: [...mlp.b.subarray(u * outputs, (u + 1) * outputs)],
  }));
  return Array.from({ length: ranks }, (_, rank) => {
    const own = units.splice(0, Math.ceil(units.length / (ranks - rank)));
    return {
      inputs,
      hidden: own.length,
      outputs,
      a: Float64Array.from({ length: inputs * own.length }, (_, i) => own[i % own.length].column[Math.floor(i / own.length)]),
      biasA: Float64Array.from(own, ({ bias }) => bias),
      b: Float64Array.from(own.flatMap(({ row }) => row)),
      biasB: rank > 0 ? null : Float64Array.from(mlp.biasB),
    };
  });
}

export function runShard(shard: Shard, x: Float64Array): Float64Array {
  if (x.length % shard.inputs !== 0) throw new RangeError('x');
  const result: number[] = [];
  for (let start = 0; start < x.length; start += shard.inputs) {
    const token = x.subarray(start, start + shard.inputs);
    const active = shard.biasA.map((bias, u) => {
      let sum = 0;
      for (let i = token.length - 1; i >= 0; i--) sum += token[i] * shard.a[i * shard.hidden + u];
      return sum + bias > 0 ? sum + bias : 0;
    });
    for (let o = 0; o < shard.outputs; o++) {
      const sum = active.reduceRight((total, value, u) => total + value * shard.b[u * shard.outputs + o], 0);
      result.push(sum + (shard.biasB?.[o] ?? 0));
    }
  }
  return Float64Array.from(result);
}

export function allReduceBytes(numbers: number, bytes: number, ranks: number): number {
  const sound = numbers >= 0 && bytes > 0 && ranks > 0 && [numbers, bytes, ranks].every(Number.isInteger);
  if (!sound) throw new RangeError('all-reduce');
  const size = numbers * bytes;
  return 2 * (size - size / ranks);
}
