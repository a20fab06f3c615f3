import * as monaco from 'monaco-editor';
import type { CompileDiagnostic } from '#judge/verdict.ts';
import { entryFile, entryUri, findEntryPoint, linesBefore } from './entry-check.ts';

/** A solution as JavaScript, or why there is none. */
export type Compiled =
  | { kind: 'compiled'; javascript: string }
  | { kind: 'refused'; diagnostics: CompileDiagnostic[] }
  | { kind: 'unable'; why: 'no-checker' | 'slow-checker' };

/** The judge stops its type checker too; this one shares the solver's machine. */
const checkMs = 15_000;
/** It may come over a slow line, which is no fault of the solution. */
const loadMs = 120_000;

/**
 * Begins to load the type checker, for the model of this address. What comes back says, by true, that it is there; one
 * that did not come is loaded anew for who asks next.
 */
export function openChecker(uri: monaco.Uri): () => Promise<boolean> {
  const load = async () => {
    try {
      // It answers this once it has loaded, without checking anything.
      await (await findChecker(uri)).getScriptText(String(uri));
      return true;
    } catch {
      return false;
    }
  };
  let loading = load();
  return async () => {
    if (await within(loadMs, loading)) return true;
    restartChecker();
    loading = load();
    return false;
  };
}

async function findChecker(uri: monaco.Uri): Promise<monaco.typescript.TypeScriptWorker> {
  return (await monaco.typescript.getTypeScriptWorker())(uri);
}

type Code = { model: monaco.editor.ITextModel; entryPoints: readonly string[] };

/** Checks the solution as the judge does, against the problem's signature, and strips its types; by a checker that is there. */
export async function compileInBrowser(code: Code): Promise<Compiled> {
  const compiled = await within(checkMs, compile(code));
  if (compiled) return compiled;
  restartChecker();
  return { kind: 'unable', why: 'slow-checker' };
}

/** Undefined where it takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

// Setting its options anew is how Monaco is made to end its worker and to start another.
function restartChecker(): void {
  const { typescriptDefaults } = monaco.typescript;
  typescriptDefaults.setCompilerOptions(typescriptDefaults.getCompilerOptions());
}

async function compile({ model, entryPoints }: Code): Promise<Compiled> {
  const source = model.getValue();
  // Found anew: it may have been restarted.
  const checker = await findChecker(model.uri);
  const file = String(model.uri);
  const [syntactic, semantic, entry] = await Promise.all([
    checker.getSyntacticDiagnostics(file),
    checker.getSemanticDiagnostics(file),
    checker.getSemanticDiagnostics(entryUri),
  ]);
  const diagnostics = [
    ...[...syntactic, ...semantic].filter(isError).map((error) => inSolution(error, source)),
    ...entry.filter(isError).map((error) => aboutEntryPoint(error, { source, entryPoints })),
  ];
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics };
  const { outputFiles } = await checker.getEmitOutput(file);
  return { kind: 'compiled', javascript: outputFiles[0]?.text ?? '' };
}

type Found = {
  start?: number | undefined;
  length?: number | undefined;
  category: number;
  code: number;
  messageText: unknown;
};

const isError = ({ category }: Found) => category === 1;

function inSolution({ start = 0, length = 0, code, messageText }: Found, source: string): CompileDiagnostic {
  return { ...span(source, start, start + length), code: `TS${code}`, message: textOf(messageText) };
}

const assignmentRefused = 2322;

function aboutEntryPoint(
  { start = 0, code, messageText }: Found,
  { source, entryPoints }: { source: string; entryPoints: readonly string[] },
): CompileDiagnostic {
  const line = entryFile(entryPoints).slice(0, start).split('\n').length;
  const name = entryPoints[line - 1 - linesBefore] ?? '';
  const message =
    code === assignmentRefused
      ? `${name} is not of its type in signature.ts. ${textOf(messageText)}`
      : `The solution must export ${name}; its type is in signature.ts.`;
  return { ...span(source, ...findEntryPoint(name, source)), code: `TS${code}`, message };
}

function span(source: string, from: number, to: number) {
  const [line, column] = placeOf(source, from);
  const [endLine, endColumn] = placeOf(source, to);
  return { line, column, endLine, endColumn };
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
