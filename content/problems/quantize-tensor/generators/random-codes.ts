type Params = { count: number; bits: number; scale: number; zeroPoint: number };

/** Any codes of the width. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { count, bits, scale, zeroPoint } = params;
  const codes = Int8Array.from({ length: count }, () => Math.floor(random() * 2 ** bits) - 2 ** (bits - 1));
  return { args: { tensor: { codes, scale, zeroPoint, bits } } };
}
