type Params = {
  rows: number;
  columns: number;
  bits: number;
  damping: number;
  /** Examples to calibrate on. */
  samples: number;
  /** Of any two inputs, from 0 to 1. */
  correlation: number;
  /** Columns whose inputs are always 0. */
  dead?: number[];
  /** Scales are divided by this, so that large weights lie beyond the grid. */
  tight?: number;
};

/** Normally distributed weights, and the Hessian of normally distributed inputs that have a part in common. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { rows, columns, bits, damping, samples, correlation, dead = [], tight = 1 } = params;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weights = Float64Array.from({ length: rows * columns }, normal);
  const hessian = new Float64Array(columns * columns);
  for (let sample = 0; sample < samples; sample++) {
    const common = Math.sqrt(correlation) * normal();
    const inputs = Array.from({ length: columns }, (_, c) => {
      const input = common + Math.sqrt(1 - correlation) * normal();
      return dead.includes(c) ? 0 : input;
    });
    for (const [i, a] of inputs.entries()) {
      for (const [j, b] of inputs.entries()) {
        hessian[i * columns + j] = (hessian[i * columns + j] ?? 0) + (a * b) / samples;
      }
    }
  }
  const scales = Float64Array.from({ length: rows }, (_, r) => {
    const row = weights.subarray(r * columns, (r + 1) * columns);
    return Math.max(...row.map(Math.abs)) / (2 ** (bits - 1) - 1) / tight;
  });
  return { args: { layer: { rows, columns, bits, damping, weights, hessian, scales } } };
}
