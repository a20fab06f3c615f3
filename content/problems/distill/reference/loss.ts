/** Row-wise log-softmax in double precision, shifted by the maximum so that nothing overflows. */
export function logSoftmax(row: number[]): number[] {
  const max = Math.max(...row);
  const logSum = max + Math.log(row.reduce((sum, z) => sum + Math.exp(z - max), 0));
  return row.map((z) => z - logSum);
}

type Logits = { student: number[][]; teacher: number[][]; labels: number[] };
type Weights = { temperature: number; alpha: number };

/**
 * The distillation loss and its gradient with respect to the student's logits, in double precision.
 * Hinton, Vinyals, Dean, arXiv:1503.02531, section 2; the gradient is alpha · T · (q − p) + (1 − alpha) · (softmax − onehot), over N.
 */
export function lossAndGradient({ student, teacher, labels }: Logits, { temperature, alpha }: Weights) {
  let loss = 0;
  const gradient: number[] = [];
  for (const [n, logits] of student.entries()) {
    const logQ = logSoftmax(logits.map((z) => z / temperature));
    const logP = logSoftmax((teacher[n] ?? []).map((z) => z / temperature));
    const logHard = logSoftmax(logits);
    const label = labels[n] ?? 0;
    const kl = logP.reduce(
      (sum, log, k) => sum + (log === Number.NEGATIVE_INFINITY ? 0 : Math.exp(log) * (log - (logQ[k] ?? 0))),
      0,
    );
    loss += alpha * temperature ** 2 * kl - (1 - alpha) * (logHard[label] ?? 0);
    for (const [k, log] of logHard.entries()) {
      const soft = Math.exp(logQ[k] ?? 0) - Math.exp(logP[k] ?? 0);
      const hard = Math.exp(log) - (k === label ? 1 : 0);
      gradient.push((alpha * temperature * soft + (1 - alpha) * hard) / student.length);
    }
  }
  return { loss: loss / student.length, gradient };
}
