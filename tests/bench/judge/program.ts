/** A submission as a program of its own, for judges that know files, standard input and standard output. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GradableProblem } from '#judge/gradable-problem.ts';

/** The files to compile, `main.ts` the one to run, and what it reads: the arguments of all tests. */
export type Program = { files: Record<string, string>; input: string };

/** The package's own driver around the solution, in words that a compiler of 2019 understands. */
export function programOf(folder: string, source: string, problem: GradableProblem): Program {
  const include = join(folder, 'include');
  const files: Record<string, string> = { 'solution.ts': inOldWords(source), 'main.ts': main };
  for (const file of readdirSync(include))
    files[file] = inOldWords(readFileSync(join(include, file), 'utf8'));
  const tests = problem.groups.flatMap((group) => group.tests.map(({ args }) => args));
  return { files, input: JSON.stringify(tests, inArrays) };
}

// Imports without endings, and none said to be of types, which is of 2020 and 2021.
function inOldWords(text: string): string {
  return text
    .replace(/^import type /gm, 'import ')
    .replace(/^import \{.*\} from/gm, (names) => names.replace(/\btype /g, ''))
    .replace(/(from '\.\/[\w-]+)\.ts'/g, "$1'");
}

// JSON has neither NaN and the infinities nor typed arrays.
function inArrays(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
  return value instanceof Float32Array ? { float32: [...value] } : value;
}

const main = `import * as solution from './solution';
import { drive } from './driver';
declare const require: any;
const tests: any[] = JSON.parse(require('fs').readFileSync(0, 'utf8'), (_key, value) =>
  value && value.float32 ? Float32Array.from(value.float32) : value && value.number ? Number(value.number) : value,
);
console.log(JSON.stringify(tests.map((args) => drive(solution as any, args))));
`;
