/** What a solution imports and exports, read by a lexer that knows TypeScript and takes any text. */
import { type Export, type Import, parse } from 'es-module-lexer/js';
import type { CompileDiagnostic } from '../../verdict.ts';
import type { CompilerRequest } from '../wire.ts';
import { span } from './span.ts';

export type Modules = { imports: readonly Import[]; exports: readonly Export[] };

/** Nothing where the text is no module; then the type checker has the word. */
export function readModules(source: string): Modules {
  try {
    const [imports, exports] = parse(source);
    return { imports, exports };
  } catch {
    return { imports: [], exports: [] };
  }
}

/** Imports that the type checker would let through, or explain by what does not exist here, and the isolate refuses. */
export function forbiddenImports(
  { imports }: Modules,
  { source, runtime }: Pick<Extract<CompilerRequest, { kind: 'compile' }>, 'source' | 'runtime'>,
): CompileDiagnostic[] {
  const known = runtime === 'tf' ? ['./signature.ts', '@tensorflow/tfjs'] : ['./signature.ts'];
  return imports.flatMap((found) => {
    if (found.type === 'import-meta') return [];
    const { specifier, start, end } = found;
    if ('typeOnly' in found && found.typeOnly === true) return [];
    const dynamic = found.type === 'dynamic';
    if (!dynamic && specifier !== undefined && known.includes(specifier)) return [];
    const message = dynamic
      ? 'Modules cannot be imported while running: write an import at the top.'
      : `Cannot import '${specifier}': only ${known.join(' and ')} can be imported here.`;
    return [{ ...span(source, start, end), code: 'IMPORT', message }];
  });
}

/** Where an entry point is exported, or else declared; the first character where it is neither. */
export function placeOfEntryPoint(name: string, source: string, { exports }: Modules): [number, number] {
  const exported = exports.find((found) => found.type !== 'reexport-all' && found.name === name);
  if (exported) {
    const local = exported.type === 'direct' && exported.localStart >= 0;
    return local ? [exported.localStart, exported.localEnd] : [exported.start, exported.end];
  }
  const declared = new RegExp(`\\b(?:function\\s*\\*?|const|let|var|class)\\s+(${escaped(name)})\\b`, 'd');
  return declared.exec(source)?.indices?.[1] ?? [0, 0];
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}
