/** The type checker's process, started confined by {@link file://../host/checker.ts}: it knows the source alone. */
import { stripTypeScriptTypes } from 'node:module';
import { readFrameSync, writeFrameSync } from '../../frames.ts';
import type { CompilerReply, CompilerRequest, CompilerSetup } from '../wire.ts';
import { maxRequestBytes } from '../wire.ts';
import { span, toDiagnostics } from './diagnostics.ts';
import { openProject } from './project.ts';

const channel = 3;
const library = process.argv[2] ?? '';

const setup = read<CompilerSetup>();
if (setup) {
  const projects = { plain: openProject(library, {}), tf: openProject(library, setup.tfTypes) };
  // The first check parses the libraries; after it a check takes milliseconds.
  for (const runtime of ['plain', 'tf'] as const) compile(warmUp(runtime));
  say({ kind: 'ready' });
  for (let request = read<CompilerRequest>(); request; request = read<CompilerRequest>())
    say(compile(request));

  function compile({ source, signature, entryPoints, runtime }: CompilerRequest): CompilerReply {
    const found = projects[runtime].check({ solution: source, signature, entry: entryFile(entryPoints) });
    const diagnostics = toDiagnostics(found, source, entryPoints);
    return diagnostics.length > 0 ? { kind: 'rejected', diagnostics } : strip(source);
  }
}

// A line for each entry point: a name that was not exported is one error, a wrong type another.
function entryFile(entryPoints: string[]): string {
  const checks = entryPoints.map(
    (name, i) => `export const check${i}: typeof signature.${name} = solution.${name};`,
  );
  return [
    "import type * as signature from './signature.ts';",
    "import * as solution from './solution.ts';",
    ...checks,
  ].join('\n');
}

function strip(source: string): CompilerReply {
  try {
    return { kind: 'compiled', javascript: stripTypeScriptTypes(source, { mode: 'strip' }) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.slice(0, 2000) : 'the types cannot be stripped';
    return { kind: 'rejected', diagnostics: [{ ...span(source, 0, 0), code: 'STRIP', message }] };
  }
}

function warmUp(runtime: CompilerRequest['runtime']): CompilerRequest {
  const source =
    runtime === 'tf'
      ? "import * as tf from '@tensorflow/tfjs';\nexport const f = () => tf.tidy(() => tf.zeros([1]).add(1).dataSync());"
      : 'export const f = () => [1].map((x) => x + 1);';
  return { source, signature: 'export declare function f(): unknown;', entryPoints: ['f'], runtime };
}

function read<T>(): T | undefined {
  const frame = readFrameSync(channel, maxRequestBytes);
  // The judge is trusted by its guests; it is the other direction that is not.
  return frame ? (JSON.parse(frame.toString('utf8')) as T) : undefined;
}

function say(reply: CompilerReply): void {
  writeFrameSync(channel, JSON.stringify(reply));
}
