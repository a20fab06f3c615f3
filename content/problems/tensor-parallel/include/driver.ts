import type * as signature from './signature.ts';
import { type Args, mlpOf, shardOf } from './written.ts';

/** Shards, contributions, or bytes; or the RangeError; and what came in, for the judge to hold against what it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('numbers' in args) {
    const { numbers, bytes, ranks } = args;
    return { sent: answerOf(() => solution.allReduceBytes(numbers, bytes, ranks)) };
  }
  if ('shard' in args) {
    const shard = shardOf(args.shard);
    const x = Float64Array.from(args.x);
    const partial = answerOf(() => solution.runShard(shard, x));
    return { partial, afterwards: { shard, x } };
  }
  const mlp = mlpOf(args.mlp);
  const shards = answerOf(() => solution.splitMlp(mlp, args.ranks));
  if (args.x === undefined || !Array.isArray(shards)) return { shards, afterwards: { mlp } };
  const x = Float64Array.from(args.x);
  const parts = (shards as signature.Shard[]).map((shard) => solution.runShard(shard, x.slice()));
  const [first = new Float64Array(), ...others] = parts;
  const output = first.map((value, i) => others.reduce((sum, part) => sum + (part[i] ?? Number.NaN), value));
  return { output, afterwards: { mlp } };
}

function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    // A stack that overflows is a RangeError too, but not an answer.
    if (error instanceof RangeError && !error.message.includes('call stack')) return { error: 'RangeError' };
    throw error;
  }
}
