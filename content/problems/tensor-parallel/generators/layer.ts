type Params = {
  inputs: number;
  hidden: number;
  outputs: number;
  ask: 'split' | 'run' | 'sum';
  ranks?: number;
  tokens?: number;
  /** Whether a shard to run has the bias of the output. */
  first?: boolean;
};

/** A layer of normally distributed weights, or a shard of one, and inputs. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { ask, ranks = 1, tokens = 1, first = false, ...sizes } = params;
  const normals = (length: number) =>
    Float64Array.from(
      { length },
      () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    );
  const { inputs, hidden, outputs } = sizes;
  const layer = {
    ...sizes,
    a: normals(inputs * hidden),
    biasA: normals(hidden),
    b: normals(hidden * outputs),
  };
  const biasB = normals(outputs);
  if (ask === 'split') return { args: { mlp: { ...layer, biasB }, ranks } };
  const x = normals(tokens * inputs);
  if (ask === 'sum') return { args: { mlp: { ...layer, biasB }, ranks, x } };
  return { args: { shard: { ...layer, biasB: first ? biasB : null }, x } };
}
