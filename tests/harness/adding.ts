import type { PublicProblem } from '#content/public-problem.ts';
import type { GradableProblem } from '#judge/gradable-problem.ts';
import { encodePlain, type PlainData } from '#judge/plain-data.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { insertVersion, setCurrent } from '#prisma/problem-version.ts';

// The wall clock is for who sleeps, and nobody does here: a machine that stands still for seconds makes no answer too slow.
const limits = { timeMs: 300, wallMs: 30_000, memoryMiB: 64, outputKiB: 64, codeKiB: 16 };
const signature = 'export declare function add(x: number, y: number): number;\n';
const driver = {
  'include/driver.ts': 'export function drive(solution, { x, y }) { return solution.add(x, y); }',
};
const title = { en: 'Group', zh: '组' };
const version = `sha256:${'a'.repeat(64)}`;

/** A problem small enough to be graded in milliseconds: one sample, two secret groups of two tests. */
export const adding: GradableProblem = {
  slug: 'add',
  version,
  runtime: 'plain',
  entryPoints: ['add'],
  limits,
  signature,
  driver,
  validator: null,
  groups: [
    { name: 'sample', pairs: [[1, 2]], points: 0 },
    {
      name: 'small',
      pairs: [
        [2, 3],
        [0, 0],
      ],
      points: 40,
    },
    {
      name: 'large',
      pairs: [
        [1e9, 1e9],
        [-1e12, 1],
      ],
      points: 60,
    },
  ].map(({ name, pairs, points }) => ({
    name,
    title,
    points,
    sample: name === 'sample',
    tolerance: { default: { kind: 'exact' }, fields: {} },
    fullFeedback: name === 'sample',
    validator: false,
    tests: pairs.map(([x = 0, y = 0], i) => ({
      name: `${name}/${i}`,
      hint: null,
      description: null,
      args: { x, y },
      heldOut: undefined,
      expected: x + y,
    })),
  })),
  misconceptions: [],
};

const publicAdding: PublicProblem = {
  slug: 'add',
  version,
  name: { en: 'Add', zh: '加法' },
  difficulty: 'easy',
  topics: ['arithmetic'],
  source: null,
  license: 'MIT',
  credits: ['The Whetstone authors'],
  runtime: 'plain',
  entryPoints: ['add'],
  limits,
  statement: { en: 'Add.', zh: '求和。' },
  editorial: { en: 'x + y', zh: 'x + y' },
  template: 'export function add(x: number, y: number): number {\n  return 0;\n}\n',
  signature,
  driver,
  groups: adding.groups.map(({ name, points, sample, tests }) => ({
    name,
    title,
    points,
    sample,
    tests: tests.map((test) => test.name),
  })),
  samples: [],
};

/** Publishes it as `add`, with other limits where some are given. */
export function publishAdding(
  db: PrismaClient,
  others: Partial<GradableProblem['limits']> = {},
): Promise<void> {
  return publish(db, { ...adding, limits: { ...limits, ...others } });
}

/** A version of `add` whose author was mistaken: it wants 1e9 + 1e9 to be 0. */
export const mistaken: GradableProblem = {
  ...adding,
  version: `sha256:${'b'.repeat(64)}`,
  groups: adding.groups.map((group) => ({
    ...group,
    tests: group.tests.map((test) => (test.name === 'large/0' ? { ...test, expected: 0 } : test)),
  })),
};

export function publishMistakenAdding(db: PrismaClient): Promise<void> {
  return publish(db, mistaken);
}

async function publish(db: PrismaClient, problem: GradableProblem): Promise<void> {
  const secret = encodePlain(problem as unknown as PlainData);
  const id = problem.version;
  const shown = { ...publicAdding, version: id };
  await insertVersion(db, { id, slug: 'add', public: shown, secret, computedBy: 'by hand' });
  await setCurrent(db, { slug: 'add', currentId: id });
}

/** Solutions by the verdict they get. */
export const solutions = {
  AC: 'export function add(x: number, y: number): number {\n  return x + y;\n}\n',
  WA: 'export function add(x: number, y: number): number {\n  return x - y;\n}\n',
  RTE: 'export function add(x: number, y: number): number {\n  throw new Error(String(x * y));\n}\n',
  CE: 'export function add(x: number, y: number): string {\n  return String(x + y);\n}\n',
  TLE: 'export function add(x: number, y: number): number {\n  for (;;) x += y;\n}\n',
} as const;
