type Args = { logits: Float64Array | number[]; columns: number };

/** Each row from its smallest exponential to its largest, so that the sum loses least. */
export function reference({ logits, columns }: Args) {
  const values = [...logits];
  const afterwards = { logits: Float64Array.from(values) };
  const refused = { answer: { error: 'RangeError' }, afterwards };
  const bad = values.some((logit) => Number.isNaN(logit) || logit === Number.POSITIVE_INFINITY);
  if (bad || !Number.isInteger(columns) || columns < 1 || values.length % columns !== 0) return refused;
  const rows = Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
  if (rows.some((row) => row.every((logit) => logit === Number.NEGATIVE_INFINITY))) return refused;
  const solved = rows.map((row) => {
    const max = Math.max(...row);
    const shifted = row.map((logit) => Math.exp(logit - max));
    const sum = shifted.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);
    return { probabilities: shifted.map((value) => value / sum), logSumExp: max + Math.log(sum) };
  });
  const answer = {
    probabilities: Float64Array.from(solved.flatMap((row) => row.probabilities)),
    logSumExp: Float64Array.from(solved, (row) => row.logSumExp),
  };
  return { answer, afterwards };
}
