import { stripTypeScriptTypes } from 'node:module';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

const path = '/solution.ts';

/**
 * Parses a source and acts on what is left of it without its types; positions are those of the source as it is written. By
 * a parser of its own: that of a project (project.ts) goes on giving the tree of the first text that it was asked for.
 */
export function parseSource<T>(source: string, act: (file: SourceFile) => T): T {
  const config = { compilerOptions: { noLib: true, types: [] }, files: [path] };
  const files = new Map([
    [path, javascriptOf(source)],
    ['/tsconfig.json', JSON.stringify(config)],
  ]);
  // Nothing is read from disk: what is not in the map is not there.
  const api = new API({
    cwd: '/',
    fs: {
      readFile: (name) => files.get(name) ?? null,
      fileExists: (name) => files.has(name),
      directoryExists: (name) => name === '/',
      getAccessibleEntries: () => ({ files: [], directories: [] }),
      realpath: (name) => name,
    },
  });
  try {
    const project = api.updateSnapshot({ openProject: '/tsconfig.json' }).getProject('/tsconfig.json');
    const file = project?.program.getSourceFile(path);
    if (!file) throw new Error('the source is not parsed');
    return act(file);
  } finally {
    api.close();
  }
}

/** Types become blanks, so that every token stays where it was. Letters of one unit take the place of all that is not ASCII. */
function javascriptOf(source: string): string {
  return stripTypeScriptTypes(source.replace(/[^\n\r -~\t]/g, 'x'), { mode: 'strip' });
}

/** Parents first. */
export function walkTree(node: Node, visit: (node: Node) => 'enter' | 'skip'): void {
  if (visit(node) === 'skip') return;
  node.forEachChild((child) => walkTree(child, visit));
}
