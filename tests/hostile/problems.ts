/** Tiny problems for attacks: short limits, and answers that no attack is told. */
import type { Runtime } from '#content/problem.ts';
import type { GradableGroup, GradableProblem } from '#judge/gradable-problem.ts';

const title = { en: 'Group', zh: '组' };
const limits = { timeMs: 250, wallMs: 4000, memoryMiB: 64, outputKiB: 64, codeKiB: 128 };

function groupOf(name: string, numbers: number[]): GradableGroup {
  return {
    name,
    title,
    points: name === 'sample' ? 0 : 100,
    sample: name === 'sample',
    tolerance: {
      default: { kind: 'allclose', rtol: 1e-9, atol: 1e-9, nan: 'reject' },
      fields: {},
    },
    fullFeedback: name === 'sample',
    validator: false,
    tests: numbers.map((n) => ({
      name: `${name}/${n}`,
      hint: null,
      description: null,
      args: { n },
      heldOut: undefined,
      expected: n * n + 7,
    })),
  };
}

function square(runtime: Runtime): GradableProblem {
  return {
    slug: `square-${runtime}`,
    version: `sha256:${'0'.repeat(64)}`,
    runtime,
    entryPoints: ['solve'],
    limits: runtime === 'tf' ? { ...limits, timeMs: 600, memoryMiB: 128 } : limits,
    signature: 'export declare function solve(args: { n: number }): unknown;\n',
    driver: {
      'include/driver.ts': 'export function drive(solution, args) { return solution.solve(args); }',
    },
    validator: null,
    groups: [groupOf('sample', [3]), groupOf('secret', [12, 31])],
    misconceptions: [],
  };
}

/** Asks for n² + 7. */
export const problems = { plain: square('plain'), tf: square('tf') } as const;

export const good = {
  plain: 'export function solve({ n }: { n: number }): number {\n  return n * n + 7;\n}\n',
  tf: "import * as tf from '@tensorflow/tfjs';\nexport function solve({ n }: { n: number }): number {\n  return tf.tidy(() => tf.scalar(n).square().add(7).dataSync()[0] ?? 0);\n}\n",
} as const;
