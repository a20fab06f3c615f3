import type { Mlp, Shard } from './signature.ts';

/** The part of the layer that each rank keeps. */
export function splitMlp(mlp: Mlp, ranks: number): Shard[] {
  return Array.from({ length: ranks }, () => ({ ...mlp }));
}

/** What one rank contributes to the output. */
export function runShard(shard: Shard, x: Float64Array): Float64Array {
  return new Float64Array((x.length / shard.inputs) * shard.outputs);
}

/** What each rank sends in a ring all-reduce. */
export function allReduceBytes(numbers: number, bytes: number, ranks: number): number {
  return numbers * bytes * ranks;
}
