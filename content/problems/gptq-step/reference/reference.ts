import type { GptqLayer, GptqState } from '../include/signature.ts';
import { type Args, layerOf, stateOf } from '../include/written.ts';
import { inverseOf } from './inverse.ts';

/** How near to a tie a quotient of a whole layer may come: nearer, an honest order of summation decides. */
const clearance = 1e-6;

const refused = { error: 'RangeError' };

/** A step as the statement has it; a layer by the inverse of what is left, computed anew for each column. */
export function reference(args: Args) {
  if ('state' in args) {
    return { step: stepOf(stateOf(args.state), args.column), afterwards: stateOf(args.state) };
  }
  return { result: resultOf(layerOf(args.layer)), afterwards: layerOf(args.layer) };
}

type Sizes = Pick<GptqState, 'rows' | 'columns' | 'bits' | 'scales' | 'weights'>;

function isValid({ rows, columns, bits, scales, weights }: Sizes, square: Float64Array): boolean {
  if (![rows, columns, bits].every((size) => Number.isInteger(size) && size > 0)) return false;
  if (bits < 2 || bits > 8 || !scales.every((scale) => scale > 0)) return false;
  return scales.length === rows && weights.length === rows * columns && square.length === columns ** 2;
}

function codeOf(quotient: number, bits: number): number {
  const below = Math.floor(quotient);
  const rest = quotient - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  const limit = 2 ** (bits - 1);
  return Math.min(limit - 1, Math.max(-limit, up ? below + 1 : below));
}

function stepOf(state: GptqState, column: number) {
  const { rows, columns, bits, scales } = state;
  const at = (i: number, j: number) => state.inverse[i * columns + j] ?? 0;
  if (!isValid(state, state.inverse) || !Number.isInteger(column) || column < 0 || column >= columns) {
    return refused;
  }
  const pivot = at(column, column);
  if (!(pivot > 0)) return refused;
  const weights = state.weights.slice();
  const codes = new Int8Array(rows);
  let loss = 0;
  for (const [row, scale] of scales.entries()) {
    const place = row * columns + column;
    const weight = weights[place] ?? 0;
    const code = codeOf(weight / scale, bits);
    const error = weight - code * scale;
    codes[row] = code;
    weights[place] = code * scale;
    loss += error ** 2 / pivot;
    for (let c = column + 1; c < columns; c++) {
      weights[row * columns + c] = (weights[row * columns + c] ?? 0) - (error / pivot) * at(column, c);
    }
  }
  const inverse = state.inverse.map((value, place) => {
    const [i, j] = [Math.floor(place / columns), place % columns];
    return i > column && j > column ? value - (at(i, column) * at(column, j)) / pivot : 0;
  });
  return { codes, weights, inverse, loss };
}

function resultOf(layer: GptqLayer) {
  const { rows, columns, damping } = layer;
  if (!isValid(layer, layer.hessian) || !(damping >= 0 && damping < Infinity)) return refused;
  const hessian = dampedOf(layer);
  const dead = Array.from({ length: columns }, (_, c) => layer.hessian[c * columns + c] === 0);
  const weights = layer.weights.map((weight, place) => (dead[place % columns] ? 0 : weight));
  const codes = new Int8Array(rows * columns);
  let loss = 0;
  for (let column = 0; column < columns; column++) {
    const left = hessian.slice(column).map((row) => row.slice(column));
    const first = inverseOf(left)?.[0];
    if (!first) return refused;
    loss += quantizeColumn({ ...layer, weights }, { column, first, codes });
  }
  return { codes, loss };
}

/** Writes the codes of a column and what makes up for it into the weights; `first` is the inverse's row of it. Gives the loss. */
function quantizeColumn(
  { columns, bits, scales, weights }: Sizes,
  { column, first, codes }: { column: number; first: number[]; codes: Int8Array },
): number {
  const pivot = first[0] ?? 0;
  const costs = Array.from(scales, (scale, row) => {
    const place = row * columns + column;
    const quotient = (weights[place] ?? 0) / scale;
    if (Math.abs(quotient - Math.floor(quotient) - 0.5) < clearance) throw new Error(`${quotient} is a tie`);
    const code = codeOf(quotient, bits);
    codes[place] = code;
    const error = (quotient - code) * scale;
    for (const [i, entry] of first.entries()) {
      if (i > 0) weights[place + i] = (weights[place + i] ?? 0) - (error / pivot) * entry;
    }
    return error ** 2 / pivot;
  });
  return costs.reduce((sum, cost) => sum + cost, 0);
}

function dampedOf({ columns, hessian, damping }: GptqLayer): number[][] {
  const rows = Array.from({ length: columns }, (_, i) =>
    Array.from(hessian.subarray(i * columns, (i + 1) * columns)),
  );
  const diagonal = rows.map((row, i) => (row[i] === 0 ? 1 : (row[i] ?? 0)));
  const mean = diagonal.reduce((sum, value) => sum + value, 0) / columns;
  return rows.map((row, i) => row.map((value, j) => (i === j ? (diagonal[i] ?? 0) + damping * mean : value)));
}
