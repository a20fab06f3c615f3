import type { Compressed } from './signature.ts';

const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
  [1, 3],
  [2, 3],
];

/** Looks for the two largest one after the other; packs half bytes by table. */
export function compress(weights: Float32Array, columns: number): Compressed {
  const rows = rowsOf(weights.length, columns);
  const kept: number[] = [];
  const halves: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let start = row * columns; start < (row + 1) * columns; start += 4) {
      const group = weights.subarray(start, start + 4);
      let first = 0;
      for (let i = 0; i < 4; i++) {
        if (Number.isNaN(group[i])) throw new RangeError('NaN');
        if (Math.abs(group[i]) > Math.abs(group[first])) first = i;
      }
      let second = first === 0 ? 1 : 0;
      for (let i = second + 1; i < 4; i++) if (i !== first && Math.abs(group[i]) > Math.abs(group[second])) second = i;
      const [a, b] = first < second ? [first, second] : [second, first];
      kept.push(group[a], group[b]);
      halves.push(a + 4 * b);
    }
  }
  if (halves.length % 2 === 1) halves.push(0);
  const bytes = halves.flatMap((half, i) => (i % 2 === 0 ? [half + 16 * halves[i + 1]] : []));
  return { values: Float32Array.from(kept), metadata: Uint8Array.from(bytes), columns };
}

export function expand({ values, metadata, columns }: Compressed): Float32Array {
  rowsOf(2 * values.length, columns);
  const halves = [...metadata].flatMap((byte) => [byte % 16, Math.floor(byte / 16)]);
  const groups = values.length / 2;
  if (halves.length !== groups + (groups % 2)) throw new RangeError('metadata');
  const weights = new Float32Array(2 * values.length);
  for (let group = 0; group < groups; group++) {
    const pair = pairs.find(([a, b]) => a + 4 * b === halves[group]);
    if (!pair) throw new RangeError('positions');
    pair.forEach((place, i) => {
      weights[4 * group + place] = values[2 * group + i];
    });
  }
  return weights;
}

function rowsOf(length: number, columns: number): number {
  if (!(columns > 0 && Number.isInteger(columns / 4))) throw new RangeError('columns');
  const rows = length / columns;
  if (!Number.isInteger(rows)) throw new RangeError('length');
  return rows;
}
