import { stripTypeScriptTypes } from 'node:module';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/**
 * Parses sources and visits what is left of each without its types, parents first; positions are those of the source as
 * it is written. One parser serves all sources, since it is a process that has to be started.
 */
export function parseAll<T>(sources: readonly string[], visit: (file: SourceFile, index: number) => T): T[] {
  if (sources.length === 0) return [];
  const files = new Map(sources.map((source, i) => [`/${i}.ts`, javascriptOf(source)]));
  const config = { compilerOptions: { noLib: true, types: [] }, files: [...files.keys()] };
  files.set('/tsconfig.json', JSON.stringify(config));
  // Nothing is read from disk: what is not in the map is not there.
  const api = new API({
    cwd: '/',
    fs: {
      readFile: (path) => files.get(path) ?? null,
      fileExists: (path) => files.has(path),
      directoryExists: (path) => path === '/',
      getAccessibleEntries: () => ({ files: [], directories: [] }),
      realpath: (path) => path,
    },
  });
  try {
    const program = api
      .updateSnapshot({ openProject: '/tsconfig.json' })
      .getProject('/tsconfig.json')?.program;
    return sources.map((_, i) => {
      const file = program?.getSourceFile(`/${i}.ts`);
      if (!file) throw new Error('the source is not parsed');
      return visit(file, i);
    });
  } finally {
    api.close();
  }
}

/** Types become blanks, so that every token stays where it was. Letters of one unit take the place of all that is not ASCII. */
function javascriptOf(source: string): string {
  return stripTypeScriptTypes(source.replace(/[^\n\r -~\t]/g, 'x'), { mode: 'strip' });
}

export function walkTree(node: Node, visit: (node: Node) => 'enter' | 'skip'): void {
  if (visit(node) === 'skip') return;
  node.forEachChild((child) => walkTree(child, visit));
}
