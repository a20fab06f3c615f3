import type * as signature from './signature.ts';
import { type Args, mlpOf, shardOf } from './written.ts';

/** Shards, one contribution, the sum of all, or bytes; or the RangeError; and whether what came in is as it was. */
export function drive(solution: typeof signature, args: Args) {
  if ('numbers' in args) {
    const { numbers, bytes, ranks } = args;
    return { sent: answerOf(() => solution.allReduceBytes(numbers, bytes, ranks)) };
  }
  const x = Float64Array.from(args.x ?? []);
  if ('shard' in args) {
    const shard = shardOf(args.shard);
    const partial = answerOf(() => solution.runShard(shard, x));
    return { partial, unchanged: isSame(shardOf(args.shard), shard) && isEqual(args.x, x) };
  }
  const mlp = mlpOf(args.mlp);
  const shards = answerOf(() => solution.splitMlp(mlp, args.ranks));
  const unchanged = isSame(mlpOf(args.mlp), mlp);
  if (args.x === undefined || !Array.isArray(shards)) return { shards, unchanged };
  const parts = (shards as signature.Shard[]).map((shard) => solution.runShard(shard, x.slice()));
  const [first = new Float64Array(), ...others] = parts;
  const output = first.map((value, i) => others.reduce((sum, part) => sum + (part[i] ?? Number.NaN), value));
  return { output, unchanged };
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

function isSame(expected: signature.Shard, actual: signature.Shard): boolean {
  return (
    isEqual(expected.a, actual.a) &&
    isEqual(expected.biasA, actual.biasA) &&
    isEqual(expected.b, actual.b) &&
    isEqual(expected.biasB ?? [], actual.biasB ?? [])
  );
}

function isEqual(expected: ArrayLike<number>, actual: ArrayLike<number>): boolean {
  return (
    expected.length === actual.length && Array.from(expected).every((value, i) => Object.is(value, actual[i]))
  );
}
