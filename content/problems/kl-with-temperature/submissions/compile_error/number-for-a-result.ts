export function softenedKl(student: Float64Array, teacher: Float64Array, classes: number, temperature: number): number {
  return student.reduce((sum, s, i) => sum + (teacher[i] - s) / temperature, 0) / classes;
}
