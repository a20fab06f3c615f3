import { descend, lasso, ridge, rmse, sample, withMirrored } from '../polynomial-fit.ts';

export const few = sample(12, 1);
const judge = sample(1000, 99);
const sure = ridge(few, 9);
export const stopped = (steps: number) => descend(few, { degree: 9, steps, rate: 0.5 });
const both = (w: number[], points = few): [number, number] => [rmse(w, points), rmse(w, judge)];

const interval = (examples: number) => 1.96 * Math.sqrt((0.9 * 0.1) / examples) * 100;
const shrunk = (curvature: number, l2: number) => curvature / (curvature + l2);
const meanOf = (models: number, correlation: number) => correlation + (1 - correlation) / models;

export const figures: [number, number][] = [
  [interval(100) / 1.96, 0],
  [interval(1000), 2],
  [interval(10_000), 2],
  [meanOf(5, 0.3), 2],
  [2 * shrunk(10, 0.1), 2],
  [shrunk(10, 0.1) * 100, 0],
  [shrunk(0.1, 0.1) * 100, 0],
  [rmse([0], { x: judge.x, y: judge.y.map((y, i) => y - Math.sin(Math.PI * (judge.x[i] ?? 0))) }), 3],
  [Math.max(...sure.map(Math.abs)), 1],
  [Math.max(...sure.map(Math.abs)), 0],
  ...[
    both(ridge(few, 1)),
    both(ridge(few, 3)),
    both(sure),
    both(ridge(few, 9, 0.01)),
    both(lasso(few, 9, 0.03)),
    both(ridge(withMirrored(few, -1), 9), withMirrored(few, -1)),
    both(ridge(withMirrored(few, 1), 9), withMirrored(few, 1)),
    both(ridge(sample(120, 1), 9), sample(120, 1)),
    ...[10, 100, 1000, 10_000, 1_000_000].map((steps) => both(stopped(steps))),
  ].flatMap((pair) => pair.map((value): [number, number] => [value, 3])),
];

export const answers = {
  'l2-shrink': 2 * shrunk(0.1, 0.1),
  ensemble: meanOf(5, 0.3),
};
