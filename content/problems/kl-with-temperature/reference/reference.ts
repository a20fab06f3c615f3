type Numbers = Float64Array | number[];
type Args = { student: Numbers; teacher: Numbers; classes: number; temperature: number };

/** By logarithms of probabilities, row by row. */
export function reference(args: Args) {
  const afterwards = { student: Float64Array.from(args.student), teacher: Float64Array.from(args.teacher) };
  if (!isValid(args)) return { answer: { error: 'RangeError' }, afterwards };
  const { classes, temperature } = args;
  const teacher = rowsOf(args.teacher, classes);
  const rows = rowsOf(args.student, classes).map((logits, row) => {
    const logQ = logSoftmax(logits, temperature);
    const logP = logSoftmax(teacher[row] ?? [], temperature);
    const terms = logP.map((log, i) => (log === -Infinity ? 0 : Math.exp(log) * (log - (logQ[i] ?? 0))));
    return {
      divergence: sum(terms),
      gradient: logQ.map((log, i) => temperature * (Math.exp(log) - Math.exp(logP[i] ?? 0))),
    };
  });
  const loss = (temperature ** 2 * sum(rows.map((row) => row.divergence))) / rows.length;
  const gradient = Float64Array.from(rows.flatMap((row) => row.gradient.map((each) => each / rows.length)));
  return { answer: { loss, gradient }, afterwards };
}

function isValid({ student, teacher, classes, temperature }: Args): boolean {
  const length = student.length;
  const shapes = Number.isInteger(classes) && classes > 0 && length === teacher.length;
  if (!shapes || length === 0 || length % classes !== 0) return false;
  if (!(temperature > 0 && temperature < Infinity) || ![...student].every(Number.isFinite)) return false;
  if (![...teacher].every((logit) => logit < Infinity)) return false;
  return rowsOf(teacher, classes).every((row) => row.some(Number.isFinite));
}

function rowsOf(values: Numbers, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) => [
    ...values.slice(row * width, (row + 1) * width),
  ]);
}

function logSoftmax(logits: number[], temperature: number): number[] {
  const max = Math.max(...logits);
  const shifted = logits.map((logit) => (logit - max) / temperature);
  const log = Math.log(sum(shifted.map(Math.exp)));
  return shifted.map((each) => each - log);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
