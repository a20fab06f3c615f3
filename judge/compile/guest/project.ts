import { API, type Diagnostic } from 'typescript/unstable/sync';

// What the isolate has, and no more: no DOM, no timers, no Node.
const globals = `
declare var console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>;
interface WebGLRenderingContext {}
interface HTMLCanvasElement {} interface HTMLImageElement {} interface HTMLVideoElement {}
interface ImageData {} interface ImageBitmap {} interface OffscreenCanvas {} interface WebGLTexture {}
interface RequestInit {} interface Response {} interface File {}
`;

const compilerOptions = {
  target: 'esnext',
  // What V8 of Node 24 has; of esnext only what it ran when tried.
  lib: ['es2025', 'esnext.array', 'esnext.disposable', 'esnext.error'],
  types: [],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
};

/** A file system of strings in which TypeScript's own library is the only thing from disk. */
export type Project = {
  /** Replaces the three changing files and checks them all. */
  check(files: { solution: string; signature: string; entry: string }): Diagnostic[];
};

export const paths = { solution: '/solution.ts', signature: '/signature.ts', entry: '/entry.ts' };

// Removed from the isolate, or never there. Empty rather than missing, so that a reference to it is no error by itself.
const absentLibrary =
  /\/lib\.(?:dom|webworker|scripthost|esnext\.temporal|es2021\.weakref|[\w.]*sharedmemory)\b/;

export function openProject(library: string, extra: Record<string, string>): Project {
  const rootFiles = ['/globals.d.ts', ...Object.values(paths)];
  const files = new Map(Object.entries(extra));
  for (const path of Object.values(paths)) files.set(path, '');
  files.set('/globals.d.ts', globals);
  files.set('/tsconfig.json', JSON.stringify({ compilerOptions, files: rootFiles }));
  const folders = foldersOf(files.keys());
  const ours = (path: string) => path.startsWith(library);
  // undefined falls through to the disk, so it is given for the library alone.
  const api = new API({
    cwd: '/',
    fs: {
      readFile: (path) => {
        if (ours(path)) return absentLibrary.test(path) ? '' : undefined;
        return files.get(path) ?? null;
      },
      fileExists: (path) => files.has(path) || (ours(path) ? undefined : false),
      directoryExists: (path) => folders.has(path.replace(/\/$/, '')) || (ours(path) ? undefined : false),
      getAccessibleEntries: () => ({ files: [], directories: [] }),
      realpath: (path) => path,
    },
  });

  return {
    check({ solution, signature, entry }) {
      const next = { [paths.solution]: solution, [paths.signature]: signature, [paths.entry]: entry };
      const changed = Object.keys(next).filter((path) => next[path] !== files.get(path));
      for (const path of changed) files.set(path, next[path] ?? '');
      const snapshot = api.updateSnapshot({ openProject: '/tsconfig.json', fileChanges: { changed } });
      try {
        const program = snapshot.getProject('/tsconfig.json')?.program;
        if (!program) throw new Error('the project does not open');
        const syntactic = program.getSyntacticDiagnostics(paths.solution);
        if (syntactic.length > 0) return [...syntactic];
        return [
          ...program.getConfigFileParsingDiagnostics(),
          ...program.getGlobalDiagnostics(),
          ...program.getProgramDiagnostics(),
          ...program.getSemanticDiagnostics(paths.solution),
          ...program.getSemanticDiagnostics(paths.entry),
        ];
      } finally {
        snapshot.dispose();
      }
    },
  };
}

function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1))
      folders.add(file.slice(0, end));
  }
  return folders;
}
