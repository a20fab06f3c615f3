import type { Diagnostic } from 'typescript/unstable/sync';
import type { CompileDiagnostic } from '../../verdict.ts';
import { maxDiagnostics } from '../wire.ts';
import { paths } from './project.ts';

const maxMessage = 2000;
const errorCategory = 1;

/** Errors in the solution's own lines; what is wrong with an entry point is told where it is declared. */
export function toDiagnostics(
  found: Diagnostic[],
  source: string,
  entryPoints: string[],
): CompileDiagnostic[] {
  return found
    .filter((diagnostic) => diagnostic.category === errorCategory)
    .slice(0, maxDiagnostics)
    .map((diagnostic) =>
      diagnostic.fileName === paths.entry
        ? aboutEntryPoint(diagnostic, source, entryPoints)
        : inSolution(diagnostic, source),
    );
}

function inSolution(diagnostic: Diagnostic, source: string): CompileDiagnostic {
  const inside = diagnostic.fileName === paths.solution;
  const [from, to] = inside ? [diagnostic.pos, diagnostic.end] : [0, 0];
  return { ...span(source, from, to), code: `TS${diagnostic.code}`, message: flatten(diagnostic) };
}

const propertyMissing = 2339;

// The entry file has a line for each entry point, in order, after its two imports.
function aboutEntryPoint(diagnostic: Diagnostic, source: string, entryPoints: string[]): CompileDiagnostic {
  const name =
    entryPoints.find((candidate) => flatten(diagnostic).includes(`'${candidate}'`)) ?? entryPoints[0] ?? '';
  if (diagnostic.code === propertyMissing) {
    const message = `The solution must export ${name}; its type is in signature.ts.`;
    return { ...span(source, 0, 0), code: 'TS2339', message };
  }
  const declared = entryPoints
    .map(
      (candidate) =>
        new RegExp(`export\\s+(?:async\\s+)?(?:function|const|let|var)\\s+(${escaped(candidate)})\\b`, 'd'),
    )
    .flatMap((pattern) => pattern.exec(source)?.indices?.[1] ?? []);
  const [from = 0, to = 0] = declared;
  return { ...span(source, from, to), code: `TS${diagnostic.code}`, message: flatten(diagnostic) };
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

function flatten(diagnostic: Diagnostic): string {
  const chain = (diagnostic.messageChain ?? []).map((part) => `  ${flatten(part)}`);
  return [diagnostic.text, ...chain].join('\n').slice(0, maxMessage);
}

/** Offsets as lines and columns from 1. */
export function span(source: string, from: number, to: number): Omit<CompileDiagnostic, 'code' | 'message'> {
  const [line, column] = place(source, from);
  const [endLine, endColumn] = place(source, to);
  return { line, column, endLine, endColumn };
}

function place(source: string, offset: number): [number, number] {
  const before = source.slice(0, Math.max(0, offset));
  const line = before.split('\n').length;
  return [line, before.length - before.lastIndexOf('\n')];
}
