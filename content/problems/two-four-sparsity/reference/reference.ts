type Numbers = Float32Array | number[];
type Packed = { values: Numbers; metadata: Uint8Array | number[]; columns: number };
type Args = { weights: Numbers; columns: number } | { packed: Packed };

const refused = { error: 'RangeError' };

/** The packing of a matrix, or the matrix of a packing. */
export function reference(args: Args) {
  if ('packed' in args) {
    const { values, metadata, columns } = args.packed;
    const afterwards = { values: Float32Array.from(values), metadata: Uint8Array.from(metadata), columns };
    return { weights: matrixOf(args.packed) ?? refused, afterwards };
  }
  const { columns } = args;
  const weights = [...args.weights].map(Math.fround);
  const afterwards = { weights: Float32Array.from(weights) };
  if (!isWidth(columns) || weights.length % columns !== 0 || weights.some(Number.isNaN)) {
    return { packed: refused, afterwards };
  }
  const groups = Array.from({ length: weights.length / 4 }, (_, g) => weights.slice(4 * g, 4 * g + 4));
  const kept = groups.map(keptPlaces);
  const halves = kept.map(([a = 0, b = 0]) => a + 4 * b);
  const values = Float32Array.from(
    groups.flatMap((group, g) => (kept[g] ?? []).map((place) => group[place] ?? 0)),
  );
  const metadata = Uint8Array.from(
    { length: Math.ceil(halves.length / 2) },
    (_, byte) => (halves[2 * byte] ?? 0) + 16 * (halves[2 * byte + 1] ?? 0),
  );
  return { packed: { values, metadata, columns }, afterwards };
}

function isWidth(columns: number): boolean {
  return Number.isInteger(columns) && columns > 0 && columns % 4 === 0;
}

/** The places that fewer than two others beat. */
function keptPlaces(group: number[]): number[] {
  const sizes = group.map(Math.abs);
  return [0, 1, 2, 3].filter((place) => {
    const size = sizes[place] ?? 0;
    return sizes.filter((other, at) => other > size || (other === size && at < place)).length < 2;
  });
}

function matrixOf({ values, metadata, columns }: Packed): Float32Array | undefined {
  const length = 2 * values.length;
  if (!isWidth(columns) || length % columns !== 0) return undefined;
  const groups = length / 4;
  if (metadata.length !== Math.ceil(groups / 2)) return undefined;
  const weights = new Float32Array(length);
  for (let group = 0; group < groups; group++) {
    const half = Math.floor((metadata[Math.floor(group / 2)] ?? 0) / 16 ** (group % 2)) % 16;
    const [a, b] = [half % 4, Math.floor(half / 4)];
    if (a >= b) return undefined;
    weights[4 * group + a] = values[2 * group] ?? 0;
    weights[4 * group + b] = values[2 * group + 1] ?? 0;
  }
  return weights;
}
