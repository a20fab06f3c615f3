type Params = {
  layers: { size: number; deviation: number }[];
  sparsity: number;
  keep?: number[];
  /** Weights are rounded to multiples of this power of two, so that many are alike in magnitude. */
  grid?: number;
};

/** Tensors of normally distributed weights, rounded to float32. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { layers, sparsity, keep = [], grid } = params;
  const tensors = layers.map(({ size, deviation }) =>
    Float32Array.from({ length: size }, () => {
      const weight = deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return grid === undefined ? weight : Math.round(weight / grid) * grid;
    }),
  );
  return { args: { tensors, sparsity, keep } };
}
