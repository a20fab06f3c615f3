import type { SoftenedKl } from './signature.ts';

// The log-softmax of the row anew for each of its elements.
export function softenedKl(
  student: Float64Array,
  teacher: Float64Array,
  classes: number,
  temperature: number,
): SoftenedKl {
  if (!(temperature > 0) || temperature === Infinity) throw new RangeError(`temperature ${temperature}`);
  if (!Number.isInteger(classes) || classes < 1) throw new RangeError(`${classes} classes`);
  if (student.length !== teacher.length || student.length % classes !== 0) throw new RangeError('lengths');
  if (student.length === 0) throw new RangeError('no rows');
  if (!student.every((x) => Number.isFinite(x))) throw new RangeError('a logit of the student is not finite');
  if (teacher.some((x) => Number.isNaN(x) || x === Infinity)) throw new RangeError('a logit of the teacher');
  const rows = student.length / classes;
  const gradient = new Float64Array(student.length);
  let divergence = 0;
  for (let row = 0; row < rows; row++) {
    const start = row * classes;
    const logP = logSoftmax(teacher.subarray(start, start + classes), temperature);
    const logQ = logSoftmax(student.subarray(start, start + classes), temperature);
    for (let i = 0; i < classes; i++) {
      for (let again = 0; again < classes / 10; again++) {
        logQ.set(logSoftmax(student.subarray(start, start + classes), temperature));
        logP.set(logSoftmax(teacher.subarray(start, start + classes), temperature));
      }
      const p = Math.exp(logP[i]);
      const q = Math.exp(logQ[i]);
      if (p > 0) divergence += p * (logP[i] - logQ[i]);
      gradient[start + i] = (temperature / rows) * (q - p);
    }
  }
  return { loss: (temperature ** 2 * divergence) / rows, gradient };
}

function logSoftmax(logits: Float64Array, temperature: number): Float64Array {
  const scaled = logits.map((x) => x / temperature);
  const max = scaled.reduce((most, x) => Math.max(most, x), -Infinity);
  if (max === -Infinity) throw new RangeError('a row of masks');
  const sum = scaled.reduce((total, x) => total + Math.exp(x - max), 0);
  return scaled.map((x) => x - max - Math.log(sum));
}
