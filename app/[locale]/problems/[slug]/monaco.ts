import * as monaco from 'monaco-editor';
import type { CompileDiagnostic } from '#judge/verdict.ts';

export const solutionUri = monaco.Uri.parse('file:///solution.ts');

// What the isolate has beside the language itself.
const globals =
  "declare var console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>;";

type Environment = typeof globalThis & { MonacoEnvironment?: monaco.Environment };

/** Monaco with its workers from our own host, the judge's compiler options and the problem's types. */
export async function prepareMonaco({
  signature,
  tf,
}: {
  signature: string;
  tf: boolean;
}): Promise<typeof monaco> {
  (globalThis as Environment).MonacoEnvironment = {
    getWorker: (_id: string, label: string) =>
      label === 'typescript' || label === 'javascript'
        ? new Worker(new URL('monaco-editor/language/typescript/ts.worker.js', import.meta.url), {
            type: 'module',
          })
        : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
  };
  const { typescriptDefaults, ScriptTarget, ModuleKind } = monaco.typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: 100 as monaco.typescript.ModuleResolutionKind,
    moduleDetection: 3,
    lib: ['esnext'],
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
  const libraries = [
    { filePath: 'file:///signature.ts', content: signature },
    { filePath: 'file:///globals.d.ts', content: globals },
  ];
  typescriptDefaults.setExtraLibs(libraries);
  if (tf) {
    const response = await fetch('/tf-types.json');
    const types = (await response.json()) as Record<string, string>;
    const declared = Object.entries(types).map(([path, content]) => ({
      filePath: `file://${path}`,
      content,
    }));
    typescriptDefaults.setExtraLibs([...libraries, ...declared]);
  }
  return monaco;
}

/** Follows the site's theme: colours come from the page's own tokens. */
export function applyTheme(): void {
  const style = getComputedStyle(document.documentElement);
  const dark = getComputedStyle(document.body).colorScheme.includes('dark')
    ? document.documentElement.dataset['theme'] === 'dark' ||
      matchMedia('(prefers-color-scheme: dark)').matches
    : false;
  const colour = (token: string) => toHex(style.getPropertyValue(token));
  monaco.editor.defineTheme('whetstone', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: Object.fromEntries(
      Object.entries({
        'editor.background': colour('--surface'),
        'editor.foreground': colour('--ink'),
        'editorGutter.background': colour('--surface'),
        'editorLineNumber.foreground': colour('--ink-muted'),
      }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>,
  });
  monaco.editor.setTheme('whetstone');
}

// Tokens are light-dark(…) pairs; a probe element resolves them to what holds now.
function toHex(token: string): string | undefined {
  const probe = document.createElement('span');
  probe.style.color = token;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g);
  probe.remove();
  if (!parts || parts.length < 3) return undefined;
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}

/**
 * The solution as JavaScript, or what the type checker has against it.
 * @public Called through the module that the editor loads late.
 */
export async function compileInBrowser(
  source: string,
): Promise<{ javascript: string } | { diagnostics: CompileDiagnostic[] }> {
  const client = await (await monaco.typescript.getTypeScriptWorker())(solutionUri);
  const file = String(solutionUri);
  const [syntactic, semantic] = await Promise.all([
    client.getSyntacticDiagnostics(file),
    client.getSemanticDiagnostics(file),
  ]);
  const errors = [...syntactic, ...semantic].filter(({ category }) => category === 1);
  if (errors.length > 0) return { diagnostics: errors.map((error) => toDiagnostic(error, source)) };
  const { outputFiles } = await client.getEmitOutput(file);
  return { javascript: outputFiles[0]?.text ?? '' };
}

type Found = { start?: number | undefined; length?: number | undefined; code: number; messageText: unknown };

function toDiagnostic(
  { start = 0, length = 0, code, messageText }: Found,
  source: string,
): CompileDiagnostic {
  const [line, column] = placeOf(source, start);
  const [endLine, endColumn] = placeOf(source, start + length);
  return { line, column, endLine, endColumn, code: `TS${code}`, message: textOf(messageText) };
}

function placeOf(source: string, offset: number): [number, number] {
  const before = source.slice(0, offset);
  return [before.split('\n').length, before.length - before.lastIndexOf('\n')];
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message;
  const chain = message as { messageText?: unknown; next?: unknown[] };
  return [textOf(chain.messageText ?? ''), ...(chain.next ?? []).map(textOf)].join('\n  ');
}
