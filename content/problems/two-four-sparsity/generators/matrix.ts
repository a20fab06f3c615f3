type Params = {
  rows: number;
  columns: number;
  /** Weights are rounded to multiples of this power of two, so that many are alike in magnitude. */
  grid?: number;
};

/** Normally distributed weights, rounded to float32. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { rows, columns, grid } = params;
  const weights = Float32Array.from({ length: rows * columns }, () => {
    const weight = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return grid === undefined ? weight : Math.round(weight / grid) * grid;
  });
  return { args: { weights, columns } };
}
