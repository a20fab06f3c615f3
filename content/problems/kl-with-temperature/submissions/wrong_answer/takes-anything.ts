import type { SoftenedKl } from './signature.ts';

// Checks nothing.
export function softenedKl(
  student: Float64Array,
  teacher: Float64Array,
  classes: number,
  temperature: number,
): SoftenedKl {
  const rows = Math.floor(student.length / (classes || 1));
  const gradient = new Float64Array(student.length);
  let divergence = 0;
  for (let row = 0; row < rows; row++) {
    const start = row * classes;
    const logP = logSoftmax(teacher.subarray(start, start + classes), temperature);
    const logQ = logSoftmax(student.subarray(start, start + classes), temperature);
    for (let i = 0; i < classes; i++) {
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
  const sum = scaled.reduce((total, x) => total + Math.exp(x - max), 0);
  return scaled.map((x) => x - max - Math.log(sum));
}
