import type { CompileDiagnostic } from '../../verdict.ts';

/** Offsets as lines and columns from 1, counted as TypeScript and the editor do. */
export function span(source: string, from: number, to: number): Omit<CompileDiagnostic, 'code' | 'message'> {
  const [line, column] = place(source, from);
  const [endLine, endColumn] = place(source, to);
  return { line, column, endLine, endColumn };
}

const lineEnd = /\r\n|\r|\n/g;

function place(source: string, offset: number): [number, number] {
  const lines = source.slice(0, Math.max(0, offset)).split(lineEnd);
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
