import { fileURLToPath } from 'node:url';
import type { Runtime } from '#content/problem.ts';
import { type Checker, startChecker } from './compile/host/checker.ts';
import * as checkers from './compile/host/checkers.ts';
import type * as wire from './compile/wire.ts';
import { maxSourceBytes } from './compile/wire.ts';
import type { Strike } from './supervise.ts';
import { readTfTypes } from './tf-types.ts';
import { type Tracer, untraced } from './trace.ts';
import type { CompileDiagnostic } from './verdict.ts';

export type CompileRequest = {
  source: string;
  /** include/signature.ts of the problem, importable as `./signature.ts`. */
  signature: string;
  entryPoints: string[];
  /** `tf` adds the types of `@tensorflow/tfjs`. */
  runtime: Runtime;
};

/** JavaScript with every token at its line and column of the source, or what is wrong with it. */
export type CompileReply =
  | { kind: 'compiled'; javascript: string }
  | { kind: 'rejected'; diagnostics: CompileDiagnostic[] };

export type Edit = wire.Edit;

/** A source that the parser gave up on: it does not compile either. */
export class Unparsed extends Error {
  readonly code = 'UNPARSED';
}

/** Warm type checkers in processes of their own, replaced after any kill and every so often. */
export type Compiler = {
  /** Never throws for what the source does: time, memory and size limits are diagnostics with code `LIMIT`. */
  compile(request: CompileRequest, tracer?: Tracer): Promise<CompileReply>;
  /** All that a slip could have changed in a source, in no order. Throws {@link Unparsed} where it is more than the parser can take. */
  edits(source: string): Promise<Edit[]>;
  close(): Promise<void>;
};

/** Why a checker was replaced. */
export type RecycleCause = checkers.RecycleCause;
export const recycleCauses = checkers.recycleCauses;

/** A compiler that tells how many of its checkers are there. */
export type WatchedCompiler = Compiler & { state(): { alive: number; busy: number } };

export type CompilerOptions = {
  size: number;
  weakSandbox: boolean;
  /** Is told of each checker that is replaced. */
  onRecycle?: (cause: RecycleCause) => void;
  /** A checker's memory grows with what it has seen; after so many sources, 500 by default, it is replaced. */
  usesOfChecker?: number;
};

/** Opens a compiler for `size` sources at a time. Throws `SandboxUnavailable` (judge/confine.ts) where it can't start. */
export async function openCompiler(options: CompilerOptions): Promise<WatchedCompiler> {
  const { size, weakSandbox, onRecycle = () => undefined, usesOfChecker = 500 } = options;
  const setup = { tfTypes: readTfTypes(fileURLToPath(new URL('..', import.meta.url))) };
  const start = () => startChecker(setup, weakSandbox);
  const { ask, state, close } = await checkers.openCheckers({ size, start, onRecycle, uses: usesOfChecker });

  return {
    state,
    close,
    async compile(request, tracer = untraced) {
      if (Buffer.byteLength(request.source) > maxSourceBytes)
        return limit('The source is longer than 128 KiB.');
      const order = { kind: 'compile', ...request } as const;
      const first = await ask(order, tracer);
      if (first.kind !== 'died') return replyOf(first);
      if (first.strike) return limit(strikes[first.strike]);
      // It may have died of something else; only what kills it twice is the source's doing.
      const second = await ask(order, tracer);
      return second.kind === 'died' ? limit(second.strike ? strikes[second.strike] : crash) : replyOf(second);
    },
    async edits(source) {
      const answer = await ask({ kind: 'edits', source }, untraced);
      if (answer.kind === 'edits') return answer.edits;
      throw new Unparsed(
        'the parser gave up on a source: it is nested too deeply, too large, or no TypeScript',
      );
    },
  };
}

const crash = 'The type checker gave up on this source: it is nested too deeply or too large.';
const strikes: Record<Strike, string> = {
  cpu: 'Type checking took more than 5 seconds.',
  wall: 'Type checking took more than 10 seconds.',
  memory: 'Type checking needed more than 1 GiB of memory.',
  processes: crash,
};

function limit(message: string): CompileReply {
  return {
    kind: 'rejected',
    diagnostics: [{ line: 1, column: 1, endLine: 1, endColumn: 1, code: 'LIMIT', message }],
  };
}

type Answer = Exclude<Awaited<ReturnType<Checker['ask']>>, { kind: 'died' }>;

function replyOf(answer: Answer): CompileReply {
  if (answer.kind === 'ready' || answer.kind === 'edits')
    throw new Error('the type checker answered out of turn');
  return answer;
}
