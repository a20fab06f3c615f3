/** What the judge and the type checker's process say to each other, in frames of JSON. */
import type { CompileDiagnostic } from '../verdict.ts';

/** Once, first: declarations by virtual path, for the `tf` runtime. */
export type CompilerSetup = { tfTypes: Record<string, string> };

export type CompilerRequest =
  | {
      kind: 'compile';
      source: string;
      signature: string;
      entryPoints: string[];
      runtime: 'plain' | 'tf';
    }
  /** Of a source that compiles. */
  | { kind: 'edits'; source: string };

/** Replaces a stretch of a source; `change` tells it: `< → <=`. */
export type Edit = { start: number; end: number; text: string; change: string };

export type CompilerReply =
  | { kind: 'ready' }
  | { kind: 'compiled'; javascript: string }
  | { kind: 'rejected'; diagnostics: CompileDiagnostic[] }
  | { kind: 'edits'; edits: Edit[] };

export const maxRequestBytes = 8 * 2 ** 20;
export const maxReplyBytes = 2 * 2 ** 20;
export const maxDiagnostics = 50;
export const maxEdits = 5000;
export const maxSourceBytes = 128 * 1024;
