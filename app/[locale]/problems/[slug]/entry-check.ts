/** A file that only type-checks where the solution exports what the signature asks for, as judge/compile has it. */
export const entryUri = 'file:///entry.ts';

export const linesBefore = 2;

/** After two imports a line for each entry point, so that each one missing or wrong is an error of its own. */
export function entryFile(entryPoints: readonly string[]): string {
  const checks = entryPoints.map(
    (name, i) => `export const check${i}: typeof signature.${name} = solution.${name};`,
  );
  return [
    "import type * as signature from './signature.ts';",
    "import * as solution from './solution.ts';",
    ...checks,
  ].join('\n');
}

/** From where to where an entry point is named in its declaration; the first character where there is none. */
export function findEntryPoint(name: string, source: string): [number, number] {
  const declared = new RegExp(
    `\\b(?:function\\s*\\*?|const|let|var|class)\\s+(${name.replaceAll('$', '\\$')})\\b`,
    'd',
  );
  return declared.exec(source)?.indices?.[1] ?? [0, 0];
}
