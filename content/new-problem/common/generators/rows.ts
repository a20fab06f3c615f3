type Params = { count: number; width: number; scale?: number };

/** `count` rows of `width` numbers between −scale and scale, each a float32, so that both runtimes get the same. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { count, width, scale = 1 } = params;
  const number = () => Math.fround((random() * 2 - 1) * scale);
  return { args: { rows: Array.from({ length: count }, () => Array.from({ length: width }, number)) } };
}
