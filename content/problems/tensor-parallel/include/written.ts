import type { Mlp, Shard } from './signature.ts';

type Numbers = Float64Array | number[];
type Arrays = { a: Numbers; biasA: Numbers; b: Numbers };
type Sizes = Pick<Mlp, 'inputs' | 'hidden' | 'outputs'>;
type WrittenMlp = Sizes & Arrays & { biasB: Numbers };
type WrittenShard = Sizes & Arrays & { biasB: Numbers | null };

/** As it is written in a case: what is asked is told by what is there. */
export type Args =
  | { mlp: WrittenMlp; ranks: number; x?: Numbers }
  | { shard: WrittenShard; x: Numbers }
  | { numbers: number; bytes: number; ranks: number };

/** With typed arrays of its own. */
export function mlpOf(mlp: WrittenMlp): Mlp {
  return { ...mlp, ...arraysOf(mlp), biasB: Float64Array.from(mlp.biasB) };
}

/** With typed arrays of its own. */
export function shardOf(shard: WrittenShard): Shard {
  return { ...shard, ...arraysOf(shard), biasB: shard.biasB && Float64Array.from(shard.biasB) };
}

function arraysOf({ a, biasA, b }: Arrays) {
  return { a: Float64Array.from(a), biasA: Float64Array.from(biasA), b: Float64Array.from(b) };
}
