import type { Mlp, Shard } from './signature.ts';

export function splitMlp(mlp: Mlp, ranks: number): Shard[] {
  return Array.from({ length: ranks }, () => mlp);
}

export function runShard(shard: Shard, x: Float64Array): Float64Array {
  return x.map((value) => value * shard.a[0]);
}
