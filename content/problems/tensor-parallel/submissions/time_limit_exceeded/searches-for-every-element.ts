import type { Mlp, Shard } from './signature.ts';

// Looks through the layer for the place of each element, again and again.
export function splitMlp(mlp: Mlp, ranks: number): Shard[] {
  const { inputs, hidden, outputs } = mlp;
  check(mlp, ranks);
  const shards: Shard[] = [];
  let start = 0;
  for (let rank = 0; rank < ranks; rank++) {
    const units = Math.floor(hidden / ranks) + (rank < hidden % ranks ? 1 : 0);
    const a = new Float64Array(inputs * units);
    for (let i = 0; i < inputs; i++) {
      for (let u = 0; u < units; u++) {
        for (let again = 0; again < 400; again++) {
          for (let place = 0; place < mlp.a.length; place++) if (place === i * hidden + start + u) a[i * units + u] = mlp.a[place];
        }
      }
    }
    const biasA = mlp.biasA.slice(start, start + units);
    const b = mlp.b.slice(start * outputs, (start + units) * outputs);
    const biasB = rank === 0 ? mlp.biasB.slice() : null;
    shards.push({ inputs, hidden: units, outputs, a, biasA, b, biasB });
    start += units;
  }
  return shards;
}

export function runShard({ inputs, hidden, outputs, a, biasA, b, biasB }: Shard, x: Float64Array): Float64Array {
  const tokens = x.length / inputs;
  if (!Number.isInteger(tokens)) throw new RangeError(`${x.length} numbers for ${inputs} inputs`);
  const y = new Float64Array(tokens * outputs);
  for (let t = 0; t < tokens; t++) {
    if (biasB) y.set(biasB, t * outputs);
    for (let u = 0; u < hidden; u++) {
      let sum = biasA[u];
      for (let i = 0; i < inputs; i++) sum += x[t * inputs + i] * a[i * hidden + u];
      const active = Math.max(0, sum);
      for (let o = 0; o < outputs; o++) y[t * outputs + o] += active * b[u * outputs + o];
    }
  }
  return y;
}

export function allReduceBytes(numbers: number, bytes: number, ranks: number): number {
  if (!Number.isInteger(numbers) || numbers < 0) throw new RangeError(`${numbers} numbers`);
  if (![bytes, ranks].every((count) => Number.isInteger(count) && count > 0)) throw new RangeError('bytes or ranks');
  return ((2 * (ranks - 1)) / ranks) * numbers * bytes;
}

function check({ inputs, hidden, outputs, a, biasA, b, biasB }: Mlp, ranks: number): void {
  for (const size of [inputs, hidden, outputs, ranks]) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`size ${size}`);
  }
  if (ranks > hidden) throw new RangeError('more ranks than units');
  if (a.length !== inputs * hidden || biasA.length !== hidden) throw new RangeError('first matrix');
  if (b.length !== hidden * outputs || biasB.length !== outputs) throw new RangeError('second matrix');
}
