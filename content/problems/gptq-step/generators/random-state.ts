type Params = { rows: number; columns: number; bits: number; column: number; tight?: number };

/** Weights, and a positive definite inverse of the columns from `column` on. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { rows, columns, bits, column, tight = 1 } = params;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const scale = (4 / 2 ** bits) * (2 / tight);
  const scales = Float64Array.from({ length: rows }, () => scale * (0.5 + random()));
  const weights = Float64Array.from({ length: rows * columns }, (_, i) => {
    const own = scales[Math.floor(i / columns)] ?? 1;
    return i % columns < column ? own * Math.round(2 * normal()) : normal();
  });
  const factor = Array.from({ length: columns }, () => Array.from({ length: columns }, normal));
  const inverse = Float64Array.from({ length: columns * columns }, (_, place) => {
    const [i, j] = [Math.floor(place / columns), place % columns];
    if (i < column || j < column) return 0;
    const product = factor.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
    return product / columns + (i === j ? 0.25 : 0);
  });
  return { args: { state: { rows, columns, bits, weights, inverse, scales }, column } };
}
