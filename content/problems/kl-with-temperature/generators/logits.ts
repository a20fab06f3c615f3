type Params = {
  rows: number;
  classes: number;
  temperature: number;
  /** Standard deviation of the logits. */
  spread: number;
  /** The student's logits are those of the teacher and so much noise; by default both are independent. */
  noise?: number;
  /** The share of the teacher's classes that are masked; the first of a row never is. */
  masked?: number;
};

/** Normally distributed logits of both. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { rows, classes, temperature, spread, noise, masked = 0 } = params;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const whole = Float64Array.from({ length: rows * classes }, () => spread * normal());
  const student = whole.map((logit) => (noise === undefined ? spread * normal() : logit + noise * normal()));
  const teacher = whole.map((logit, i) =>
    random() < masked && i % classes > 0 ? Number.NEGATIVE_INFINITY : logit,
  );
  return { args: { student, teacher, classes, temperature } };
}
