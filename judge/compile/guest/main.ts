/** The type checker's process, started confined by {@link file://../host/checker.ts}: it knows the source alone. */
import { stripTypeScriptTypes } from 'node:module';
import { readFrameSync, writeFrameSync } from '../../frames.ts';
import type { CompilerReply, CompilerRequest, CompilerSetup } from '../wire.ts';
import { maxDiagnostics, maxEdits, maxRequestBytes } from '../wire.ts';
import { entryFile, toDiagnostics } from './diagnostics.ts';
import { forbiddenImports, readModules } from './modules.ts';
import { openProject } from './project.ts';
import { span } from './span.ts';

type CompileOrder = Extract<CompilerRequest, { kind: 'compile' }>;

const channel = 3;
const library = process.argv[2] ?? '';

const setup = read<CompilerSetup>();
if (setup) {
  const projects = { plain: openProject(library, {}), tf: openProject(library, setup.tfTypes) };
  // The first check parses the libraries; after it a check takes milliseconds.
  for (const runtime of ['plain', 'tf'] as const) compile(warmUp(runtime));
  say({ kind: 'ready' });
  for (let request = read<CompilerRequest>(); request; request = read<CompilerRequest>())
    say(request.kind === 'compile' ? compile(request) : await findEdits(request.source));

  function compile({ source, signature, entryPoints, runtime }: CompileOrder): CompilerReply {
    const modules = readModules(source);
    const forbidden = forbiddenImports(modules, { source, runtime });
    const found = projects[runtime].check({ solution: source, signature, entry: entryFile(entryPoints) });
    // Of a line with a forbidden import that is all there is to say.
    const others = toDiagnostics(found, { source, modules, entryPoints }).filter(
      ({ line }) => !forbidden.some((told) => told.line === line),
    );
    const diagnostics = [...forbidden, ...others].slice(0, maxDiagnostics);
    return diagnostics.length > 0 ? { kind: 'rejected', diagnostics } : strip(source);
  }
}

// Loaded for those who ask: no submission does.
async function findEdits(source: string): Promise<CompilerReply> {
  const [{ editsOf }, { parseSource }] = await Promise.all([import('./edits.ts'), import('./syntax.ts')]);
  const edits = parseSource(source, (file) => editsOf(file, source));
  return { kind: 'edits', edits: edits.slice(0, maxEdits) };
}

const refusals = new Set(['ERR_INVALID_TYPESCRIPT_SYNTAX', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX']);

function strip(source: string): CompilerReply {
  try {
    return { kind: 'compiled', javascript: stripTypeScriptTypes(source, { mode: 'strip' }) };
  } catch (cause) {
    // Nested too deeply, a source breaks the stripper's memory, and it refuses all that come later: this process must
    // end with it, and the host tells a source that ends two of them that it is to blame.
    if (!(cause instanceof Error && refusals.has(String(Reflect.get(cause, 'code'))))) throw cause;
    const message = cause.message.slice(0, 2000);
    return { kind: 'rejected', diagnostics: [{ ...span(source, 0, 0), code: 'STRIP', message }] };
  }
}

function warmUp(runtime: CompileOrder['runtime']): CompileOrder {
  const source =
    runtime === 'tf'
      ? "import * as tf from '@tensorflow/tfjs';\nexport const f = () => tf.tidy(() => tf.zeros([1]).add(1).dataSync());"
      : 'export const f = () => [1].map((x) => x + 1);';
  return {
    kind: 'compile',
    source,
    signature: 'export declare function f(): unknown;',
    entryPoints: ['f'],
    runtime,
  };
}

function read<T>(): T | undefined {
  const frame = readFrameSync(channel, maxRequestBytes);
  // The judge is trusted by its guests; it is the other direction that is not.
  return frame ? (JSON.parse(frame.toString('utf8')) as T) : undefined;
}

function say(reply: CompilerReply): void {
  writeFrameSync(channel, JSON.stringify(reply));
}
