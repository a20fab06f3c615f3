/** What operations give in plain double-precision arithmetic, loop by loop; nothing here knows of tfjs. */

export type Matrix = { rows: number; columns: number; values: Float64Array };

/** What is exact, and how large each of the numbers was that float32 rounds on the way. */
export type Exact = { values: ArrayLike<number>; sizes: ArrayLike<number> };

export function matrixOf(values: ArrayLike<number>, rows: number): Matrix {
  return { rows, columns: values.length / rows, values: Float64Array.from(values) };
}

export function at({ columns, values }: Matrix, row: number, column: number): number {
  return values[row * columns + column] ?? Number.NaN;
}

export function rowsOf({ rows, columns, values }: Matrix): Float64Array[] {
  return Array.from({ length: rows }, (_, i) => values.subarray(i * columns, (i + 1) * columns));
}

/** a·b, with the sum of the products' magnitudes. */
export function multiply(a: Matrix, b: Matrix): Exact {
  const values = new Float64Array(a.rows * b.columns);
  const sizes = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      let [sum, size] = [0, 0];
      for (let k = 0; k < a.columns; k++) {
        const product = at(a, i, k) * at(b, k, j);
        sum += product;
        size += Math.abs(product);
      }
      values[i * b.columns + j] = sum;
      sizes[i * b.columns + j] = size;
    }
  }
  return { values, sizes };
}

export function transpose({ rows, columns, values }: Matrix): Matrix {
  const turned = Float64Array.from(
    values,
    (_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? 0,
  );
  return { rows: columns, columns: rows, values: turned };
}

export function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}

export function totalSize(values: ArrayLike<number>): number {
  return total(Array.from(values, Math.abs));
}

export function logSoftmax(row: ArrayLike<number>): Float64Array {
  const shifted = shiftedBy(row);
  const logSum = Math.log(total(shifted.map(Math.exp)));
  return shifted.map((z) => z - logSum);
}

export function softmax(row: ArrayLike<number>): Float64Array {
  const shares = shiftedBy(row).map(Math.exp);
  const sum = total(shares);
  return shares.map((share) => share / sum);
}

function shiftedBy(row: ArrayLike<number>): Float64Array {
  const max = Math.max(...Array.from(row));
  return Float64Array.from(row, (z) => z - max);
}

export function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** A valid convolution of stride 1: input [height, width, channels], kernel [kh, kw, channels, filters]. */
export function convolve(
  input: { height: number; width: number; channels: number; values: ArrayLike<number> },
  kernel: { height: number; width: number; filters: number; values: ArrayLike<number> },
): Exact {
  const [height, width] = [input.height - kernel.height + 1, input.width - kernel.width + 1];
  const { channels } = input;
  const values: number[] = [];
  const sizes: number[] = [];
  for (let place = 0; place < height * width * kernel.filters; place++) {
    const filter = place % kernel.filters;
    const x = Math.floor(place / kernel.filters) % width;
    const y = Math.floor(place / kernel.filters / width);
    let [sum, size] = [0, 0];
    for (let i = 0; i < kernel.height * kernel.width * channels; i++) {
      const c = i % channels;
      const dx = Math.floor(i / channels) % kernel.width;
      const dy = Math.floor(i / channels / kernel.width);
      const value = input.values[((y + dy) * input.width + x + dx) * channels + c] ?? 0;
      const product = value * (kernel.values[i * kernel.filters + filter] ?? 0);
      sum += product;
      size += Math.abs(product);
    }
    values.push(sum);
    sizes.push(size);
  }
  return { values, sizes };
}

/** Adam as Kingma and Ba, arXiv:1412.6980, algorithm 1, with tfjs's place for epsilon: beside the corrected root. */
export function adam(
  start: ArrayLike<number>,
  gradientOf: (weights: Float64Array) => Float64Array,
  { rate, steps }: { rate: number; steps: number },
): Float64Array {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-7];
  const weights = Float64Array.from(start);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  for (let step = 1; step <= steps; step++) {
    for (const [i, g] of gradientOf(weights).entries()) {
      first[i] = beta1 * (first[i] ?? 0) + (1 - beta1) * g;
      second[i] = beta2 * (second[i] ?? 0) + (1 - beta2) * g * g;
      const mean = (first[i] ?? 0) / (1 - beta1 ** step);
      const spread = Math.sqrt((second[i] ?? 0) / (1 - beta2 ** step));
      weights[i] = (weights[i] ?? 0) - (rate * mean) / (spread + epsilon);
    }
  }
  return weights;
}
