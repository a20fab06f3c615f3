type Params = {
  rows: number;
  columns: number;
  /** Standard deviation within a row. */
  spread: number;
  /** Rows are moved by up to this much, up or down. */
  shift?: number;
  /** The share of positions that are masked; the first of a row never is. */
  masked?: number;
};

/** Rows of normally distributed logits, each moved by its own amount. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { rows, columns, spread, shift = 0, masked = 0 } = params;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const moves = Array.from({ length: rows }, () => shift * (2 * random() - 1));
  const logits = Float64Array.from({ length: rows * columns }, (_, i) => {
    const logit = (moves[Math.floor(i / columns)] ?? 0) + spread * normal();
    return random() < masked && i % columns > 0 ? Number.NEGATIVE_INFINITY : logit;
  });
  return { args: { logits, columns } };
}
