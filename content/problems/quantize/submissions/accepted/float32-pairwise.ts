import type * as tf from '@tensorflow/tfjs';
import type { QuantizedDense } from './signature.ts';

// Rounds every single operation to float32, adds products pairwise, and rounds half to even by adding 1.5 · 2^23 and
// taking it away again, as far as that goes (2^22).
const f = Math.fround;

export function quantizeModel(model: tf.Sequential, calibration: tf.Tensor2D): QuantizedDense[] {
  const layers: QuantizedDense[] = [];
  let rows = toRows(calibration.arraySync());
  for (const layer of model.layers) {
    const [kernel, bias] = layer.getWeights().map((weight) => weight.dataSync<'float32'>());
    const units = kernel.length / rows[0].length;
    const columns = Array.from({ length: units }, (_, unit) => kernel.filter((_w, i) => i % units === unit));
    const scale = Float32Array.from(columns, (column) => {
      const largest = column.reduce((most, weight) => Math.max(most, weight, -weight), 0);
      return largest === 0 ? 1 : largest / 127;
    });
    const quantized = columns.map((column, unit) => Array.from(column, (w) => roundEven(f(w / scale[unit]))));
    const input = inputOf(rows);
    layers.push({
      kernel: {
        values: Int8Array.from({ length: kernel.length }, (_, i) => quantized[i % units][Math.floor(i / units)]),
        scale,
        zeroPoint: Int32Array.from(columns, () => 0),
        shape: [kernel.length / units, units],
      },
      bias: bias ? Int32Array.from(bias, (b, unit) => toInt32(f(b / f(f(input.scale) * scale[unit])))) : null,
      input,
    });
    const activation = String(layer.getConfig().activation);
    rows = rows.map((row) =>
      Float32Array.from(columns, (column, unit) => {
        const products = Array.from(column, (weight, k) => f(weight * row[k]));
        return activate(f(pairwise(products) + (bias ? bias[unit] : 0)), activation);
      }),
    );
  }
  return layers;
}

function toRows(batch: number[][]): Float32Array[] {
  return batch.map((row) => Float32Array.from(row));
}

function inputOf(rows: Float32Array[]): { scale: number; zeroPoint: number } {
  const sorted = Float32Array.from([0, ...rows.flatMap((row) => [...row])]).sort();
  const [min, max] = [sorted[0], sorted[sorted.length - 1]];
  if (max === min) return { scale: 1, zeroPoint: 0 };
  const scale = f(f(max - min) / 255);
  return { scale, zeroPoint: Math.max(-128, Math.min(127, roundEven(f(-128 - f(min / scale))))) };
}

function pairwise(terms: number[]): number {
  if (terms.length === 1) return terms[0];
  const half = terms.length >> 1;
  return f(pairwise(terms.slice(0, half)) + pairwise(terms.slice(half)));
}

function activate(x: number, activation: string): number {
  if (activation === 'relu') return x > 0 ? x : 0;
  return activation === 'tanh' ? f(Math.tanh(x)) : x;
}

function roundEven(x: number): number {
  return f(f(x + 12582912) - 12582912);
}

function toInt32(x: number): number {
  if (x >= 2147483648) return 2147483647;
  if (x <= -2147483648) return -2147483648;
  if (Math.abs(x) < 4194304) return roundEven(x);
  return Number.isInteger(x) ? x : 2 * Math.round(x / 2);
}
