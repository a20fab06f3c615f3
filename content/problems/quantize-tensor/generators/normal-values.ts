type Params = { count: number; bits: number; mean?: number; deviation?: number; outlier?: number };

/** Normally distributed values, rounded to float32; the last may be an outlier. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { count, bits, mean = 0, deviation = 1, outlier } = params;
  const values = Float32Array.from(
    { length: count },
    () => mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
  if (outlier !== undefined) values[count - 1] = outlier;
  return { args: { values, bits } };
}
