import type { LogitsArgs } from '../include/model.ts';

type Params = {
  kind: 'loss' | 'gradient';
  rows: number;
  classes: number;
  /** Logits are uniform on ±scale. */
  scale: number;
  temperature: number;
  alpha: number;
};

/** Random logits in float32, and random labels. */
export function generate({ random, params }: { random: () => number; params: Params }): { args: LogitsArgs } {
  const { kind, rows, classes, scale, temperature, alpha } = params;
  const logits = () =>
    Array.from({ length: rows }, () =>
      Array.from({ length: classes }, () => Math.fround((2 * random() - 1) * scale)),
    );
  const student = logits();
  const teacher = logits();
  const labels = Array.from({ length: rows }, () => Math.floor(random() * classes));
  return { args: { kind, student, teacher, labels, options: { temperature, alpha } } };
}
