import type { Difficulty } from './difficulty.ts';
import type { Limits, Localized, Runtime, ToleranceRules } from './problem.ts';

/** What anyone may see of a published problem: stored as `problem_version.public`, served by the API. */
export type PublicProblem = {
  slug: string;
  version: string;
  name: Localized;
  difficulty: Difficulty;
  topics: string[];
  source: string | null;
  license: string;
  credits: string[];
  runtime: Runtime;
  entryPoints: string[];
  limits: Limits;
  /** Markdown; `content/markdown.ts` renders it. */
  statement: Localized;
  editorial: Localized;
  template: string;
  signature: string;
  /** JavaScript by path; entry `include/driver.ts`. Runs the samples in the browser. */
  driver: Record<string, string>;
  /** Names alone, samples first, in the order in which they are judged. */
  groups: { name: string; title: Localized; points: number; sample: boolean; tests: string[] }[];
  samples: PublicSample[];
};

export type PublicSample = {
  name: string;
  description: Localized | null;
  hint: Localized | null;
  /** Plain-data text, as `judge/plain-data.ts` writes it. */
  args: string;
  expected: string;
  tolerance: ToleranceRules;
};
