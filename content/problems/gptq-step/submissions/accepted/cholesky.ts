import type { GptqLayer, GptqResult, GptqState, GptqStep } from './signature.ts';

type Matrix = number[][];

/** The layer by a Cholesky factor of the inverse, as the authors do; no inverse is updated on the way. */
export function gptq(layer: GptqLayer): GptqResult {
  const { rows, columns, bits, scales, damping, hessian } = layer;
  validate(layer, hessian);
  if (!(damping >= 0 && Number.isFinite(damping))) throw new RangeError('damping');
  const h: Matrix = split(hessian, columns);
  const dead = h.map((row, c) => row[c] === 0);
  for (let c = 0; c < columns; c++) if (dead[c]) h[c][c] = 1;
  const damp = (damping * h.reduce((sum, row, c) => sum + row[c], 0)) / columns;
  for (let c = 0; c < columns; c++) h[c][c] += damp;

  const lower = cholesky(h);
  const half = invertLower(lower); // H⁻¹ = halfᵀ half
  const inverse = h.map((_, i) => h.map((_, j) => half.reduce((sum, row) => sum + row[i] * row[j], 0)));
  const upper = transpose(cholesky(inverse)); // H⁻¹ = upperᵀ upper: its factor below, transposed

  const weights = split(layer.weights, columns);
  const codes = new Int8Array(rows * columns);
  let loss = 0;
  for (let r = rows - 1; r >= 0; r--) {
    const w = weights[r].map((weight, c) => (dead[c] ? 0 : weight));
    for (let q = 0; q < columns; q++) {
      const code = grid(w[q] / scales[r], bits);
      const error = (w[q] - code * scales[r]) / upper[q][q];
      for (let c = q + 1; c < columns; c++) w[c] -= error * upper[q][c];
      codes[r * columns + q] = code;
      loss += error * error;
    }
  }
  return { codes, loss };
}

export function gptqStep(state: GptqState, column: number): GptqStep {
  validate(state, state.inverse);
  const inverse = split(state.inverse, state.columns);
  const row = inverse[column];
  if (!row || !(row[column] > 0)) throw new RangeError('column');
  const codes: number[] = [];
  const costs: number[] = [];
  const weights = split(state.weights, state.columns).flatMap((w, r) => {
    const code = grid(w[column] / state.scales[r], state.bits);
    const error = w[column] - code * state.scales[r];
    codes.push(code);
    costs.push(error * error);
    // Columns that are done stay as they are: their entries of the row are 0.
    return w.map((weight, c) => (c === column ? code * state.scales[r] : weight - (row[c] * error) / row[column]));
  });
  const reduced = inverse.flatMap((line, i) =>
    line.map((entry, j) => (i > column && j > column ? entry - (line[column] / row[column]) * row[j] : 0)),
  );
  return {
    codes: Int8Array.from(codes),
    weights: Float64Array.from(weights),
    inverse: Float64Array.from(reduced),
    loss: costs.reduceRight((sum, cost) => sum + cost, 0) / row[column],
  };
}

function grid(quotient: number, bits: number): number {
  const magic = 1.5 * 2 ** 52;
  const limit = 1 << (bits - 1);
  const code = quotient + magic - magic;
  return code < -limit ? -limit : code >= limit ? limit - 1 : code;
}

function split(values: Float64Array, width: number): Matrix {
  return Array.from({ length: values.length / width }, (_, i) => [...values.subarray(i * width, (i + 1) * width)]);
}

function transpose(matrix: Matrix): Matrix {
  return matrix.map((_, i) => matrix.map((row) => row[i]));
}

function cholesky(matrix: Matrix): Matrix {
  const factor: Matrix = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (i === j && !(rest > 0)) throw new RangeError('not positive definite');
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
  }
  return factor;
}

function invertLower(lower: Matrix): Matrix {
  const result: Matrix = lower.map((row) => row.map(() => 0));
  for (let j = 0; j < lower.length; j++) {
    for (let i = j; i < lower.length; i++) {
      let rest = i === j ? 1 : 0;
      for (let k = j; k < i; k++) rest -= lower[i][k] * result[k][j];
      result[i][j] = rest / lower[i][i];
    }
  }
  return result;
}

function validate({ rows, columns, bits, weights, scales }: Omit<GptqState, 'inverse'>, square: Float64Array): void {
  if (![2, 3, 4, 5, 6, 7, 8].includes(bits)) throw new RangeError('bits');
  if (weights.length !== rows * columns || square.length !== columns ** 2) throw new RangeError('length');
  if (scales.length !== rows || !scales.every((scale) => scale > 0)) throw new RangeError('scale');
}
