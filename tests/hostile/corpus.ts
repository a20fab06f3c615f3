/** The corpus: one attack a file, its allowed verdicts in the file's own header. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '#content/problem.ts';
import { type VerdictCode, verdictCodes } from '#judge/verdict.ts';

export type Attack = {
  /** `01-late-copies/plain/01-message-getter`. */
  name: string;
  point: string;
  runtime: Runtime;
  source: string;
  /** Any one of them, and nothing else. */
  verdicts: VerdictCode[];
  /** Where it is tried at the limits of a problem that is shipped as well: the verdict there. */
  shipped: string | null;
};

const folder = fileURLToPath(new URL('./corpus', import.meta.url));

export function readCorpus(): Attack[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('13-'))
    .sort()
    .map(readAttack);
}

function readAttack(path: string): Attack {
  const [point, runtime, file] = path.split(/[/\\]/);
  const source = readFileSync(join(folder, path), 'utf8');
  const said = /^\/\/ verdicts: ([A-Z ]+)$/m.exec(source)?.[1]?.split(' ') ?? [];
  const verdicts = verdictCodes.filter((code) => said.includes(code));
  const shipped = /^\/\/ shipped: ([A-Z]+)$/m.exec(source)?.[1] ?? null;
  if (!point || !file || (runtime !== 'plain' && runtime !== 'tf'))
    throw new Error(`${path}: expected POINT/plain or tf/NN-name.ts`);
  if (!/^\/\/ tries: \S/.test(source)) throw new Error(`${path}: the first line says what is tried`);
  if (said.length === 0 || verdicts.length !== said.length || said.includes('AC') || said.includes('JE'))
    throw new Error(`${path}: expected a line "// verdicts: …" without AC and JE`);
  return { name: `${point}/${runtime}/${basename(file, '.ts')}`, point, runtime, source, verdicts, shipped };
}
