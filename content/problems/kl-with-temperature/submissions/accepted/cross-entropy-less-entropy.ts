import type { SoftenedKl } from './signature.ts';

type Row = { odds: number[]; sum: number; shifted: number[] };

/** KL as Σ p (t − s) / T and the difference of the logarithms of both sums; rows and classes from the end. */
export function softenedKl(
  student: Float64Array,
  teacher: Float64Array,
  classes: number,
  temperature: number,
): SoftenedKl {
  const size = teacher.length;
  const count = size / classes;
  const sound = Number.isInteger(classes) && Number.isInteger(count) && student.length === size;
  if (!sound || count < 1) throw new RangeError('shape');
  if (!(temperature > 0 && Number.isFinite(temperature))) throw new RangeError('temperature');
  for (let i = 0; i < size; i++) if (!Number.isFinite(student[i]) || !(teacher[i] < Infinity)) throw new RangeError('logit');

  const gradient = new Float64Array(size);
  let total = 0;
  for (let end = size; end > 0; end -= classes) {
    const t = softened([...teacher.slice(end - classes, end)], temperature);
    const s = softened([...student.slice(end - classes, end)], temperature);
    let weighted = 0;
    for (let i = classes - 1; i >= 0; i--) {
      const p = t.odds[i] / t.sum;
      if (t.odds[i] !== 0) weighted += p * (t.shifted[i] - s.shifted[i]);
      gradient[end - classes + i] = ((s.odds[i] / s.sum - p) * temperature) / count;
    }
    total += weighted + Math.log(s.sum / t.sum);
  }
  return { loss: (total / count) * temperature * temperature, gradient };
}

function softened(logits: number[], temperature: number): Row {
  let top = logits[0];
  for (const x of logits) top = Math.max(top, x);
  if (top === -Infinity) throw new RangeError('masked');
  const shifted = logits.map((x) => (x - top) / temperature);
  const odds = shifted.map(Math.exp);
  return { odds, shifted, sum: odds.reduceRight((sum, x) => sum + x, 0) };
}
