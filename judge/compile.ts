import type { Runtime } from '#content/problem.ts';
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

/** A warm type checker in a process of its own, replaced after any kill. */
export type Compiler = {
  /** Never throws for what the source does: time, memory and size limits are diagnostics with code `LIMIT`. */
  compile(request: CompileRequest): Promise<CompileReply>;
  close(): Promise<void>;
};
