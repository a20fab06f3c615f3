/** What is submitted, drawn from a seed: kinds that occur, with the verdicts that each may get. */
import type { ProblemPackage } from '#content/problem.ts';
import { seededRandom } from './seeded-random.ts';

export type Planned = {
  index: number;
  problem: string;
  /** `param-count/wrong_answer/forgets-biases.ts` */
  kind: string;
  source: string;
  /** The verdicts that this source may get: nearly always one. */
  permitted: readonly string[];
};

type Kind = Omit<Planned, 'index'> & { weight: number };

/** How often each kind comes, so that a thousand take minutes on two cores: what is quick, and some of all the rest. */
const weights: Record<string, Record<string, number>> = {
  'param-count': { AC: 34, WA: 30, CE: 8, RTE: 7, TLE: 1.5, MLE: 1.5 },
  prune: { AC: 4, WA: 4, CE: 1, RTE: 1, TLE: 0.5, MLE: 0.5 },
  quantize: { AC: 1.5, WA: 1.5, CE: 0.5, RTE: 0.5 },
  distill: { AC: 0.5, WA: 0.5, CE: 0.5, RTE: 0.5 },
};

const tooMuchOutput: Kind = {
  problem: 'param-count',
  kind: 'param-count/output_limit_exceeded',
  source: `import type { Layer } from './signature.ts';
export function countParameters(layers: readonly Layer[]): number {
  for (let line = 0; line < 1e5; line += 1) console.log('x'.repeat(1e4));
  return layers.length;
}
`,
  permitted: ['OLE'],
  weight: 2,
};

/** `count` submissions; the same for the same seed and packages. The text of each is its own. */
export function planOf(
  packages: readonly ProblemPackage[],
  { count, seed }: { count: number; seed: number },
): Planned[] {
  const kinds = [...packages.flatMap(kindsOf), tooMuchOutput];
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const { weight: _weight, source, ...kind } = draw(kinds, random());
    return { index, ...kind, source: `${source}\n// ${markOf({ seed, index })}\n` };
  });
}

/** The kind that `share` of all weights falls on. */
function draw(kinds: readonly Kind[], share: number): Kind {
  let left = share * kinds.reduce((sum, { weight }) => sum + weight, 0);
  for (const kind of kinds) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return tooMuchOutput;
}

/** What tells a submission's text from all others. */
function markOf({ seed, index }: { seed: number; index: number }): string {
  return `chaos ${seed}:${index}.`;
}

/** Which of the plan a stored source is, or undefined. */
export function indexOf(source: string): number | undefined {
  const found = /\/\/ chaos \d+:(\d+)\.\n$/.exec(source)?.[1];
  return found === undefined ? undefined : Number(found);
}

function kindsOf({ slug, submissions }: ProblemPackage): Kind[] {
  const byVerdict = weights[slug] ?? {};
  return Object.entries(byVerdict).flatMap(([verdict, weight]) => {
    const some = submissions.filter(({ permitted }) => permitted.length === 1 && permitted[0] === verdict);
    return some.map(({ file, source, permitted }) => ({
      problem: slug,
      kind: `${slug}/${file}`,
      source,
      permitted,
      weight: weight / some.length,
    }));
  });
}
