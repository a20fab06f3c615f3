import type { Runtime } from '#content/problem.ts';
import type { PlainData } from './plain-data.ts';
import type { Localized } from './verdict.ts';

/** JavaScript modules of a package by path, and the runtime whose imports they may use. */
export type AuthorCode = { runtime: Runtime; modules: Record<string, string> };

export type GeneratedCase = { args: PlainData; heldOut: PlainData };
export type ValidatorReply = { accepted: true } | { accepted: false; message: Localized };

/** Runs an author's code, in an OS sandbox of its own, on the backend it names. */
export type ReferenceEngine = {
  backend: { name: string; device: string };
  /** Calls `generate({ random, params })` of `generators/<name>.ts`. */
  generate(
    code: AuthorCode,
    call: { generator: string; seed: number; params: unknown },
  ): Promise<GeneratedCase>;
  /** Calls `reference(args, heldOut)` of `reference/reference.ts`. */
  reference(code: AuthorCode, input: GeneratedCase): Promise<PlainData>;
  /** Calls `check({ args, heldOut, expected, output })` of `output_validator/check.ts`. */
  validate(
    code: AuthorCode,
    input: GeneratedCase & { expected: PlainData; output: PlainData },
  ): Promise<ValidatorReply>;
  close(): Promise<void>;
};
