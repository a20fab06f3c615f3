import type { Compressed } from './signature.ts';

// Sorts the four places of each group.
export function compress(weights: Float32Array, columns: number): Compressed {
  checkWidth(columns);
  if (weights.length % columns !== 0) throw new RangeError('rows are not complete');
  if (weights.some((w) => Number.isNaN(w))) throw new RangeError('a weight is NaN');
  const groups = weights.length / 4;
  const values = new Float32Array(2 * groups);
  const metadata = new Uint8Array(Math.ceil(groups / 2));
  for (let group = 0; group < groups; group++) {
    const size = (place: number) => Math.abs(weights[4 * group + place]);
    // Of two infinities the difference is NaN, which sort takes for equal.
    const places = [0, 1, 2, 3].sort((p, q) => size(q) - size(p));
    const [a, b] = places.slice(0, 2).sort((p, q) => p - q);
    values[2 * group] = weights[4 * group + a];
    values[2 * group + 1] = weights[4 * group + b];
    metadata[group >> 1] |= (a | (b << 2)) << (4 * (group & 1));
  }
  return { values, metadata, columns };
}

export function expand({ values, metadata, columns }: Compressed): Float32Array {
  checkWidth(columns);
  const groups = values.length / 2;
  if ((4 * groups) % columns !== 0) throw new RangeError('rows are not complete');
  if (metadata.length !== Math.ceil(groups / 2)) throw new RangeError(`${metadata.length} bytes`);
  const weights = new Float32Array(4 * groups);
  for (let group = 0; group < groups; group++) {
    const half = (metadata[group >> 1] >> (4 * (group & 1))) & 15;
    const a = half & 3;
    const b = half >> 2;
    if (a >= b) throw new RangeError(`positions ${a} and ${b}`);
    weights[4 * group + a] = values[2 * group];
    weights[4 * group + b] = values[2 * group + 1];
  }
  return weights;
}

function checkWidth(columns: number): void {
  if (columns <= 0 || columns % 4 !== 0) throw new RangeError(`${columns} columns`);
}
