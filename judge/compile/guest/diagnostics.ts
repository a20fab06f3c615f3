import type { Diagnostic } from 'typescript/unstable/sync';
import type { CompileDiagnostic } from '../../verdict.ts';
import { maxDiagnostics } from '../wire.ts';
import { type Modules, placeOfEntryPoint } from './modules.ts';
import { paths } from './project.ts';
import { span } from './span.ts';

const maxMessage = 2000;
const errorCategory = 1;

export type Checked = { source: string; modules: Modules; entryPoints: string[] };

/** Errors in the solution's own lines; what is wrong with an entry point is told where it is exported. */
export function toDiagnostics(found: Diagnostic[], checked: Checked): CompileDiagnostic[] {
  return found
    .filter((diagnostic) => diagnostic.category === errorCategory)
    .slice(0, maxDiagnostics)
    .map((diagnostic) =>
      diagnostic.fileName === paths.entry
        ? aboutEntryPoint(diagnostic, checked)
        : inSolution(diagnostic, checked.source),
    );
}

function inSolution(diagnostic: Diagnostic, source: string): CompileDiagnostic {
  const inside = diagnostic.fileName === paths.solution;
  const [from, to] = inside ? [diagnostic.pos, diagnostic.end] : [0, 0];
  return { ...span(source, from, to), code: `TS${diagnostic.code}`, message: messageOf(diagnostic) };
}

const assignmentRefused = 2322;

// The entry file begins with two imports, then has a line for each entry point.
const linesBefore = 2;

/** The generated text: a line for each entry point, so that each missing or wrong one is an error of its own. */
export function entryFile(entryPoints: string[]): string {
  const checks = entryPoints.map(
    (name, i) => `export const check${i}: typeof signature.${name} = solution.${name};`,
  );
  return [
    "import type * as signature from './signature.ts';",
    "import * as solution from './solution.ts';",
    ...checks,
  ].join('\n');
}

function aboutEntryPoint(
  diagnostic: Diagnostic,
  { source, modules, entryPoints }: Checked,
): CompileDiagnostic {
  const line = span(entryFile(entryPoints), diagnostic.pos, diagnostic.end).line;
  const name = entryPoints[line - 1 - linesBefore] ?? '';
  const where = span(source, ...placeOfEntryPoint(name, source, modules));
  const code = `TS${diagnostic.code}`;
  // An assignment is refused for its type; anything else means that there is no such value to assign.
  if (diagnostic.code !== assignmentRefused)
    return { ...where, code, message: `The solution must export ${name}; its type is in signature.ts.` };
  return { ...where, code, message: `${name} is not of its type in signature.ts. ${messageOf(diagnostic)}` };
}

// Advice for a project of one's own, which does not help here.
const advice = / Do you need to (?:install|change) .*$| when '\w+' is enabled/gm;

function messageOf(diagnostic: Diagnostic): string {
  return flatten(diagnostic).replace(advice, '').slice(0, maxMessage);
}

function flatten(diagnostic: Diagnostic): string {
  const chain = (diagnostic.messageChain ?? []).map((part) => `  ${flatten(part)}`);
  return [diagnostic.text, ...chain].join('\n');
}
