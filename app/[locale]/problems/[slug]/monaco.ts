import * as monaco from 'monaco-editor';
import type { PublicProblem } from '#content/public-problem.ts';
import type { CompileDiagnostic } from '#judge/verdict.ts';
import { type Compiled, compileInBrowser, openChecker } from './compile-in-browser.ts';
import { applyEditorTheme, watchTheme } from './editor-theme.ts';
import { entryFile, entryUri } from './entry-check.ts';
import { judgeLibrary } from './judge-library.ts';

// What the isolate has beside the language itself.
const globals =
  "declare var console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>;";

type Environment = typeof globalThis & { MonacoEnvironment?: monaco.Environment };

export type OpenEditor = {
  monaco: typeof monaco;
  editor: monaco.editor.IStandaloneCodeEditor;
  model: monaco.editor.ITextModel;
  /** As one step of its history. */
  replace(source: string): void;
  /** Underlines what the judge's compiler refuses, and nothing else of it. */
  mark(diagnostics: CompileDiagnostic[]): void;
  compile(): Promise<Compiled>;
  dispose(): void;
};

type Options = {
  host: HTMLElement;
  initial: string;
  problem: Pick<PublicProblem, 'signature' | 'runtime' | 'entryPoints'>;
  label: string;
};

/** Monaco with its workers from our own host, the judge's compiler options and the problem's types. */
export function openEditor({ host, initial, problem, label }: Options): OpenEditor {
  (globalThis as Environment).MonacoEnvironment = { getWorker: openWorker };
  const types = declareTypes(problem);
  applyEditorTheme();
  const unwatchTheme = watchTheme(applyEditorTheme);
  const model = monaco.editor.createModel(initial, 'typescript', monaco.Uri.parse('file:///solution.ts'));
  const checkerIsThere = openChecker(model.uri);
  const narrow = host.clientWidth < 560;
  const editor = monaco.editor.create(host, {
    model,
    // As the field has it that stands here until then.
    fontSize: 14,
    lineHeight: 20,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    tabSize: 2,
    minimap: { enabled: false },
    automaticLayout: true,
    scrollBeyondLastLine: false,
    padding: { top: 12, bottom: 12 },
    ariaLabel: label,
    fixedOverflowWidgets: true,
    renderLineHighlight: 'all',
    renderLineHighlightOnlyWhenFocus: true,
    overviewRulerLanes: 0,
    lineNumbersMinChars: 3,
    // Dimmed, the number of an empty last line is too faint to be read.
    renderFinalNewline: 'on',
    // Faded, a parameter that is not used yet is too faint as well, and every template has some.
    showUnused: false,
    lineDecorationsWidth: 8,
    folding: false,
    wordWrap: narrow ? 'on' : 'off',
    scrollbar: { horizontalScrollbarSize: 8, verticalScrollbarSize: 8, alwaysConsumeMouseWheel: false },
    guides: { indentation: true, bracketPairs: false },
  });
  return {
    monaco,
    editor,
    model,
    replace: (text) => {
      editor.pushUndoStop();
      editor.executeEdits('whetstone', [{ range: model.getFullModelRange(), text }]);
      editor.pushUndoStop();
    },
    mark: (diagnostics) => monaco.editor.setModelMarkers(model, 'judge', diagnostics.map(toMarker)),
    compile: async () => {
      const { entryPoints } = problem;
      const able = (await types()) && (await checkerIsThere());
      return able ? compileInBrowser({ model, entryPoints }) : { kind: 'unable', why: 'no-checker' };
    },
    dispose: () => {
      unwatchTheme();
      editor.dispose();
      model.dispose();
    },
  };
}

function toMarker({ line, column, endLine, endColumn, code, message }: CompileDiagnostic) {
  return {
    severity: monaco.MarkerSeverity.Error,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn: endLine > line ? endColumn : Math.max(endColumn, column + 1),
    code,
    message,
  };
}

function openWorker(_id: string, label: string): Worker {
  return label === 'typescript' || label === 'javascript'
    ? new Worker(new URL('monaco-editor/language/typescript/ts.worker.js', import.meta.url), {
        type: 'module',
      })
    : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' });
}

/** Tells the checker what the solution may use; what comes back says, by true, that it knows. */
function declareTypes({ signature, runtime, entryPoints }: Options['problem']): () => Promise<boolean> {
  const { typescriptDefaults, ScriptTarget, ModuleKind } = monaco.typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    // `bundler` and `force`, which Monaco's own lists of names lack.
    moduleResolution: 100 as monaco.typescript.ModuleResolutionKind,
    moduleDetection: 3,
    lib: judgeLibrary,
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: false,
    // Types take lines with them; by the map the samples' errors are told at those of the editor.
    inlineSourceMap: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    allowNonTsExtensions: true,
  });
  typescriptDefaults.setEagerModelSync(true);
  const ours = [
    { filePath: 'file:///signature.ts', content: signature },
    { filePath: 'file:///globals.d.ts', content: globals },
    { filePath: entryUri, content: entryFile(entryPoints) },
  ];
  typescriptDefaults.setExtraLibs(ours);
  if (runtime === 'plain') return async () => true;
  // One can type and run nothing yet; the editor doesn't wait for megabytes of declarations.
  const load = async () => {
    const response = await fetch('/tf-types.json').catch(() => undefined);
    if (!response?.ok) return false;
    const types: Record<string, string> = await response.json();
    const declared = Object.entries(types).map(([path, content]) => ({
      filePath: `file://${path}`,
      content,
    }));
    typescriptDefaults.setExtraLibs([...ours, ...declared]);
    return true;
  };
  let loading = load();
  return async () => {
    if (await loading) return true;
    loading = load();
    return loading;
  };
}
