/** The inverse of a symmetric matrix by Gauss and Jordan; undefined where it is not positive definite. */
export function inverseOf(matrix: number[][]): number[][] | undefined {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < size; k++) {
    const pivot = work[k]?.[k] ?? 0;
    if (!(pivot > 0)) return undefined;
    const lead = (work[k] ?? []).map((value) => value / pivot);
    for (const [i, row] of work.entries()) {
      const factor = row[k] ?? 0;
      work[i] = i === k ? lead : row.map((value, j) => value - factor * (lead[j] ?? 0));
    }
  }
  return work.map((row) => row.slice(size));
}
