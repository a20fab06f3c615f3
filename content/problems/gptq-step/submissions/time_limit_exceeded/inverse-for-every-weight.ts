import type { GptqLayer, GptqResult, GptqState, GptqStep } from './signature.ts';

// Inverts anew for each weight, ten times.
export function gptqStep(state: GptqState, column: number): GptqStep {
  const { rows, columns, bits, scales } = state;
  check(state, state.inverse);
  if (!Number.isInteger(column) || column < 0 || column >= columns) throw new RangeError(`column ${column}`);
  const weights = state.weights.slice();
  const inverse = state.inverse.slice();
  const codes = new Int8Array(rows);
  const pivot = inverse[column * columns + column];
  if (!(pivot > 0)) throw new RangeError(`pivot ${pivot}`);
  const low = -(2 ** (bits - 1));
  let loss = 0;
  for (let r = 0; r < rows; r++) {
    const weight = weights[r * columns + column];
    codes[r] = Math.min(-low - 1, Math.max(low, round(weight / scales[r])));
    const error = weight - codes[r] * scales[r];
    weights[r * columns + column] = codes[r] * scales[r];
    for (let c = column + 1; c < columns; c++) {
      weights[r * columns + c] -= (error / pivot) * inverse[column * columns + c];
    }
    loss += error ** 2 / pivot;
  }
  for (let i = column + 1; i < columns; i++) {
    const factor = inverse[i * columns + column] / pivot;
    for (let j = column + 1; j < columns; j++) inverse[i * columns + j] -= factor * inverse[column * columns + j];
  }
  for (let i = 0; i < columns; i++) {
    inverse[i * columns + column] = 0;
    inverse[column * columns + i] = 0;
  }
  return { codes, weights, inverse, loss };
}

export function gptq(layer: GptqLayer): GptqResult {
  const { rows, columns, bits, scales, damping } = layer;
  check(layer, layer.hessian);
  if (!(damping >= 0) || damping === Infinity) throw new RangeError(`damping ${damping}`);
  const hessian = layer.hessian.slice();
  let weights = layer.weights.slice();
  let trace = 0;
  for (let c = 0; c < columns; c++) {
    if (hessian[c * columns + c] === 0) {
      hessian[c * columns + c] = 1;
      for (let r = 0; r < rows; r++) weights[r * columns + c] = 0;
    }
    trace += hessian[c * columns + c];
  }
  for (let c = 0; c < columns; c++) hessian[c * columns + c] += (damping * trace) / columns;
  let inverse = invert(hessian, columns);
  const codes = new Int8Array(rows * columns);
  let loss = 0;
  for (let column = 0; column < columns; column++) {
    const step = gptqStep({ rows, columns, bits, scales, weights, inverse }, column);
    for (let r = 0; r < rows; r++) {
      for (let again = 0; again < 10; again++) {
        if (invert(hessian, columns).length > 0) codes[r * columns + column] = step.codes[r];
      }
    }
    weights = step.weights;
    inverse = step.inverse;
    loss += step.loss;
  }
  return { codes, loss };
}

function check({ rows, columns, bits, weights, scales }: Omit<GptqState, 'inverse'>, square: Float64Array): void {
  if (!Number.isInteger(bits) || bits < 2 || bits > 8) throw new RangeError(`${bits} bits`);
  if (weights.length !== rows * columns || square.length !== columns * columns) throw new RangeError('shape');
  if (scales.length !== rows || scales.some((scale) => !(scale > 0))) throw new RangeError('scales');
}

function invert(matrix: Float64Array, size: number): Float64Array {
  const left = matrix.slice();
  const right = Float64Array.from(matrix, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
  for (let k = 0; k < size; k++) {
    const pivot = left[k * size + k];
    if (!(pivot > 0)) throw new RangeError('not positive definite');
    for (let j = 0; j < size; j++) {
      left[k * size + j] /= pivot;
      right[k * size + j] /= pivot;
    }
    for (let i = 0; i < size; i++) {
      const factor = left[i * size + k];
      if (i === k || factor === 0) continue;
      for (let j = 0; j < size; j++) {
        left[i * size + j] -= factor * left[k * size + j];
        right[i * size + j] -= factor * right[k * size + j];
      }
    }
  }
  return right;
}

function round(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
