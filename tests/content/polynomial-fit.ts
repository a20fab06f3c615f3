/** The example of content/questions/overfitting, which is given there in Python. */
type Points = { x: number[]; y: number[] };

/** `n` points of sin πx on [−1, 1] with noise from a Lehmer generator. */
export function sample(n: number, seed: number): Points {
  let state = seed;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const x = Array.from({ length: n }, (_, i) => -1 + (2 * i) / (n - 1));
  const y = x.map(
    (value) => Math.sin(Math.PI * value) + 0.3 * (sum(Array.from({ length: 12 }, uniform)) - 6),
  );
  return { x, y };
}

/** Coefficients from the constant up; the penalty is `l2` / 2 · |w|² beside half the sum of squares. */
export function ridge(points: Points, degree: number, l2 = 0): number[] {
  const { gram, moments } = normalEquations(points, degree);
  return solve(
    gram.map((row, i) => row.map((value, j) => value + (i === j ? l2 : 0))),
    moments,
  );
}

/** Gradient descent from zero on half the mean square. */
export function descend(points: Points, options: { degree: number; steps: number; rate: number }): number[] {
  const { degree, steps, rate } = options;
  const scale = rate / points.x.length;
  const { gram, moments } = normalEquations(points, degree);
  // A step is w → Mw + b, written as one matrix; a million of them are its power.
  const step = gram.map((row, i) => [
    ...row.map((value, j) => (i === j ? 1 : 0) - scale * value),
    scale * (moments[i] ?? 0),
  ]);
  return power([...step, moments.map(() => 0).concat(1)], steps)
    .slice(0, -1)
    .map((row) => row.at(-1) ?? 0);
}

/** Coordinate descent on half the sum of squares and `l1` · Σ|w|. */
export function lasso(points: Points, degree: number, l1: number): number[] {
  const { gram, moments } = normalEquations(points, degree);
  const w = moments.map(() => 0);
  for (let moved = 1; moved > 1e-9; ) {
    moved = 0;
    for (const [i, row] of gram.entries()) {
      const old = w[i] ?? 0;
      const curvature = row[i] ?? 1;
      const pull = (moments[i] ?? 0) - dot(row, w) + curvature * old;
      const next = (Math.sign(pull) * Math.max(0, Math.abs(pull) - l1)) / curvature;
      moved = Math.max(moved, Math.abs(next - old));
      w[i] = next;
    }
  }
  return w;
}

export function rmse(w: number[], { x, y }: Points): number {
  return Math.sqrt(
    sum(x.map((value, i) => (dot(w, powers(value, w.length - 1)) - (y[i] ?? 0)) ** 2)) / x.length,
  );
}

/** The points and what a symmetry makes of them. */
export function withMirrored({ x, y }: Points, signOfLabel: 1 | -1): Points {
  return { x: [...x, ...x.map((value) => -value)], y: [...y, ...y.map((value) => signOfLabel * value)] };
}

function normalEquations({ x, y }: Points, degree: number): { gram: number[][]; moments: number[] } {
  const rows = x.map((value) => powers(value, degree));
  const columns = powers(1, degree).map((_, i) => rows.map((row) => row[i] ?? 0));
  return { gram: columns.map((a) => columns.map((b) => dot(a, b))), moments: columns.map((a) => dot(a, y)) };
}

function powers(x: number, degree: number): number[] {
  return Array.from({ length: degree + 1 }, (_, i) => x ** i);
}

function power(matrix: number[][], exponent: number): number[][] {
  if (exponent === 1) return matrix;
  const half = power(matrix, Math.floor(exponent / 2));
  const even = multiply(half, half);
  return exponent % 2 === 0 ? even : multiply(even, matrix);
}

function multiply(a: number[][], b: number[][]): number[][] {
  const columns = b.map((_, j) => b.map((row) => row[j] ?? 0));
  return a.map((row) => columns.map((column) => dot(row, column)));
}

/** Gaussian elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const done: { pivot: number[]; column: number }[] = [];
  for (const column of right.keys()) {
    rows.sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    const pivot = rows.shift() ?? [];
    for (const row of rows) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (const [j, value] of pivot.entries()) row[j] = (row[j] ?? 0) - factor * value;
    }
    done.push({ pivot, column });
  }
  const w = right.map(() => 0);
  for (const { pivot, column } of done.reverse()) {
    const known = dot(pivot.slice(column + 1, -1), w.slice(column + 1));
    w[column] = ((pivot.at(-1) ?? 0) - known) / (pivot[column] ?? 1);
  }
  return w;
}

function dot(a: number[], b: number[]): number {
  return sum(a.map((value, i) => value * (b[i] ?? 0)));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
