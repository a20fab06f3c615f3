import type { SoftenedKl } from './signature.ts';

/** T² times the mean divergence of the softened student from the softened teacher, and its gradient by the student's logits. */
export function softenedKl(
  student: Float64Array,
  teacher: Float64Array,
  classes: number,
  temperature: number,
): SoftenedKl {
  const rows = student.length / classes;
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    // Softmax at the temperature, the divergence and its gradient are yours.
    loss += teacher[row * classes] / temperature;
  }
  return { loss, gradient: new Float64Array(student.length) };
}
