import type { Mlp, Shard } from '../include/signature.ts';
import { type Args, mlpOf, shardOf } from '../include/written.ts';

const refused = { error: 'RangeError' };

/** Cuts by asking each element for its rank; the sum of all is the whole layer, computed uncut. */
export function reference(args: Args) {
  if ('numbers' in args) return { sent: sentOf(args) };
  if ('shard' in args) {
    const shard = shardOf(args.shard);
    const x = Float64Array.from(args.x);
    const partial = x.length % shard.inputs === 0 ? outputOf(shard, x) : refused;
    return { partial, afterwards: { shard, x } };
  }
  const mlp = mlpOf(args.mlp);
  const { ranks } = args;
  const afterwards = { mlp };
  if (!isValid(mlp) || !isCount(ranks) || ranks > mlp.hidden) return { shards: refused, afterwards };
  if (args.x !== undefined) return { output: outputOf(mlp, Float64Array.from(args.x)), afterwards };
  return { shards: Array.from({ length: ranks }, (_, rank) => shardAt(mlp, rank, ranks)), afterwards };
}

function sentOf({ numbers, bytes, ranks }: { numbers: number; bytes: number; ranks: number }) {
  const valid = isCount(ranks) && isCount(bytes) && Number.isInteger(numbers) && numbers >= 0;
  return valid ? (2 * (ranks - 1) * numbers * bytes) / ranks : refused;
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count > 0;
}

function isValid({ inputs, hidden, outputs, a, biasA, b, biasB }: Mlp): boolean {
  const fits = a.length === inputs * hidden && biasA.length === hidden && b.length === hidden * outputs;
  return [inputs, hidden, outputs].every(isCount) && fits && biasB.length === outputs;
}

function shardAt({ inputs, hidden, outputs, a, biasA, b, biasB }: Mlp, rank: number, ranks: number): Shard {
  const size = Math.floor(hidden / ranks);
  const larger = hidden % ranks;
  const isOwn = (unit: number) => {
    const inLarger = Math.floor(unit / (size + 1));
    return rank === (inLarger < larger ? inLarger : larger + Math.floor((unit - larger * (size + 1)) / size));
  };
  return {
    inputs,
    hidden: biasA.filter((_, unit) => isOwn(unit)).length,
    outputs,
    a: a.filter((_, place) => isOwn(place % hidden)),
    biasA: biasA.filter((_, unit) => isOwn(unit)),
    b: b.filter((_, place) => isOwn(Math.floor(place / outputs))),
    biasB: rank === 0 ? biasB : null,
  };
}

function outputOf({ inputs, hidden, outputs, a, biasA, b, biasB }: Shard, x: Float64Array): Float64Array {
  const active = Float64Array.from({ length: (x.length / inputs) * hidden }, (_, place) => {
    const [row, unit] = [Math.floor(place / hidden) * inputs, place % hidden];
    let sum = biasA[unit] ?? 0;
    for (let i = 0; i < inputs; i++) sum += (x[row + i] ?? 0) * (a[i * hidden + unit] ?? 0);
    return Math.max(0, sum);
  });
  return Float64Array.from({ length: (x.length / inputs) * outputs }, (_, place) => {
    const [row, output] = [Math.floor(place / outputs) * hidden, place % outputs];
    let sum = biasB?.[output] ?? 0;
    for (let unit = 0; unit < hidden; unit++)
      sum += (active[row + unit] ?? 0) * (b[unit * outputs + output] ?? 0);
    return sum;
  });
}
