/** Point 13 of the corpus: what an author may get wrong, as a package with one file of it in place of the right one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProblemPackage, Runtime } from '#content/problem.ts';
import { readProblem } from '#content/read-problem.ts';

const folder = fileURLToPath(new URL('./corpus/13-author-code', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/problems/add', import.meta.url));

export type Mistake = {
  /** `plain/01-validator-throws`. */
  name: string;
  runtime: Runtime;
  /** The file of the package that it takes the place of. */
  file: string;
  code: string;
  /** What a solver is told: a judge error, or nothing, since the package is never published. */
  verdict: 'JE' | 'none';
};

/** Right, in every version of the package that can be graded. */
export const solution = readFileSync(join(fixture, 'submissions/accepted/one-by-one.ts'), 'utf8');

export function readMistakes(): Mistake[] {
  return (['plain', 'tf'] as const).flatMap((runtime) =>
    readdirSync(join(folder, runtime))
      .sort()
      .map((name) => readMistake(runtime, name)),
  );
}

function readMistake(runtime: Runtime, name: string): Mistake {
  const code = readFileSync(join(folder, runtime, name), 'utf8');
  const [, verdict, file] =
    /^\/\/ tries: \S.*\n\/\/ verdicts: (JE|none)\n\/\/ package: (\S+)\n/.exec(code) ?? [];
  if ((verdict !== 'JE' && verdict !== 'none') || file === undefined)
    throw new Error(`${name}: expected "// tries: …", "// verdicts: JE" or "none", "// package: FILE"`);
  return { name: `${runtime}/${name.replace(/\.ts$/, '')}`, runtime, file, code, verdict };
}

/** The package with the mistake in it, or as it should be. */
export async function packageWith(
  runtime: Runtime,
  mistake: Pick<Mistake, 'file' | 'code'> | null,
): Promise<ProblemPackage> {
  const pkg = await readProblem(fixture);
  if (mistake && !Object.hasOwn(pkg.code, mistake.file)) throw new Error(`there is no ${mistake.file}`);
  const limits = runtime === 'tf' ? { ...pkg.limits, timeMs: 4000, memoryMiB: 256 } : pkg.limits;
  const code = mistake ? { ...pkg.code, [mistake.file]: mistake.code } : pkg.code;
  return { ...pkg, runtime, limits, submissions: [], code };
}
