import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Runtime } from '#content/problem.ts';
import { decodePlain, encodePlain, type PlainData } from './plain-data.ts';
import { type EngineProcess, startEngineProcess } from './reference/host/engine-process.ts';
import type { EngineRequest } from './reference/wire.ts';
import type { Localized } from './verdict.ts';

/** JavaScript modules of a package by path, and the runtime whose imports they may use. */
export type AuthorCode = { runtime: Runtime; modules: Record<string, string> };

export type GeneratedCase = { args: PlainData; heldOut: PlainData };
export type ValidatorReply = { accepted: true } | { accepted: false; message: Localized };

/** Runs an author's code, in an OS sandbox of its own, on the backend it names. Throws {@link AuthorCodeError}. */
export type ReferenceEngine = {
  backend: { name: string; device: string };
  /** Calls `generate({ random, params })` of `generators/<name>.ts`. */
  generate(
    code: AuthorCode,
    call: { generator: string; seed: number; params: PlainData },
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

/** A generator, reference or validator failed: the author's to mend, and no verdict on a solver. */
export class AuthorCodeError extends Error {
  readonly code = 'AUTHOR_CODE';
  readonly file: string;
  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}

export type ReferenceOptions = { weakSandbox: boolean; cacheDir?: string };

const defaultCacheDir = fileURLToPath(new URL('../.whetstone/cache', import.meta.url));

const generated = z.strictObject({ args: z.custom<PlainData>(), heldOut: z.custom<PlainData>().optional() });
const verdict: z.ZodType<ValidatorReply> = z.discriminatedUnion('accepted', [
  z.strictObject({ accepted: z.literal(true) }),
  z.strictObject({
    accepted: z.literal(false),
    message: z.strictObject({ en: z.string().max(500), zh: z.string().max(500) }),
  }),
]);

/** Opens the engine. It is started again after it died. Throws `SandboxUnavailable` (judge/confine.ts). */
export async function openReferenceEngine(options: ReferenceOptions): Promise<ReferenceEngine> {
  const { weakSandbox, cacheDir = defaultCacheDir } = options;
  const start = () => startEngineProcess({ cacheDir, weakSandbox });
  let engine: EngineProcess = await start();
  let turn: Promise<unknown> = Promise.resolve();

  async function ask(request: EngineRequest): Promise<PlainData> {
    let reply = await engine.ask(request);
    if (reply.kind === 'died' && !reply.overLimit) {
      // It may have died of something else; only what kills it twice is the author's doing.
      engine = await start();
      reply = await engine.ask(request);
    }
    switch (reply.kind) {
      case 'value':
        return decodePlain(reply.value);
      case 'threw':
        throw new AuthorCodeError(request.entry, reply.message);
      case 'died':
        engine = await start();
        throw new AuthorCodeError(request.entry, reply.why);
    }
  }

  function call(
    { runtime, modules }: AuthorCode,
    act: Pick<EngineRequest, 'entry' | 'call' | 'seed'>,
    args: PlainData[],
  ) {
    const request = { ...act, modules, tf: runtime === 'tf', args: encodePlain(args) };
    const answer = turn.then(() => ask(request));
    turn = answer.catch(() => undefined);
    return answer;
  }

  return {
    backend: engine.backend,
    async generate(code, { generator, seed, params }) {
      const entry = `generators/${generator}.ts`;
      const value = generated.safeParse(await call(code, { entry, call: 'generate', seed }, [{ params }]));
      if (!value.success)
        throw new AuthorCodeError(entry, `expected { args, heldOut? }: ${z.prettifyError(value.error)}`);
      return { args: value.data.args, heldOut: value.data.heldOut };
    },
    reference: (code, { args, heldOut }) =>
      call(code, { entry: 'reference/reference.ts', call: 'reference', seed: 1 }, [args, heldOut]),
    async validate(code, { args, heldOut, expected, output }) {
      const entry = 'output_validator/check.ts';
      const value = verdict.safeParse(
        await call(code, { entry, call: 'check', seed: 1 }, [{ args, heldOut, expected, output }]),
      );
      if (!value.success)
        throw new AuthorCodeError(entry, `expected { accepted, message }: ${z.prettifyError(value.error)}`);
      return value.data;
    },
    async close() {
      engine.kill();
      await engine.ended;
    },
  };
}
