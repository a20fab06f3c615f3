import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Runtime } from '#content/problem.ts';
import { decodePlain, encodePlain, type PlainData } from './plain-data.ts';
import { startEngineProcess } from './reference/host/engine-process.ts';
import { openRooms, type Room } from './reference/host/rooms.ts';
import type { EngineRequest } from './reference/wire.ts';
import type { Localized } from './verdict.ts';

/** JavaScript modules of a package by path, and the runtime whose imports they may use. */
export type AuthorCode = { slug: string; runtime: Runtime; modules: Record<string, string> };

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
  readonly slug: string;
  /** The path inside the package. */
  readonly file: string;
  constructor(message: string, { slug, file, cause }: { slug: string; file: string; cause?: unknown }) {
    super(`${slug}/${file}: ${message}`, { cause });
    this.slug = slug;
    this.file = file;
  }
}

export type ReferenceOptions = {
  weakSandbox: boolean;
  cacheDir?: string;
  /** What one call may use, milliseconds; 120 s of CPU and 180 s in all by default. */
  callLimits?: { cpuMs: number; wallMs: number };
};

const defaultCacheDir = fileURLToPath(new URL('../.whetstone/cache', import.meta.url));

const generated = z.strictObject({ args: z.custom<PlainData>(), heldOut: z.custom<PlainData>().optional() });
const verdict: z.ZodType<ValidatorReply> = z.discriminatedUnion('accepted', [
  z.strictObject({ accepted: z.literal(true) }),
  z.strictObject({
    accepted: z.literal(false),
    message: z.strictObject({ en: z.string().max(500), zh: z.string().max(500) }),
  }),
]);

/**
 * Opens the engine: a process for each package in use, so that no author's code can touch another's answers.
 * One that died is started again. Throws `SandboxUnavailable` (judge/confine.ts).
 */
export async function openReferenceEngine(options: ReferenceOptions): Promise<ReferenceEngine> {
  const {
    weakSandbox,
    cacheDir = defaultCacheDir,
    callLimits = { cpuMs: 120_000, wallMs: 180_000 },
  } = options;
  const start = () => startEngineProcess({ cacheDir, weakSandbox, callLimits });
  const first = await start();
  const rooms = openRooms(first, start);

  async function call(
    { slug, runtime, modules }: AuthorCode,
    act: Pick<EngineRequest, 'entry' | 'call' | 'seed'>,
    args: PlainData[],
  ): Promise<PlainData> {
    const request = { ...act, modules, tf: runtime === 'tf', args: encodePlain(args) };
    const at = { slug, file: act.entry };
    const reply = await rooms.use(slug, (room) => askTwice(room, request));
    switch (reply.kind) {
      case 'value':
        return parseValue(reply.value, at);
      case 'threw':
        throw new AuthorCodeError(reply.message, at);
      case 'died':
        throw new AuthorCodeError(reply.why, at);
    }
  }

  return {
    backend: first.backend,
    async generate(code, { generator, seed, params }) {
      const entry = `generators/${generator}.ts`;
      const value = generated.safeParse(await call(code, { entry, call: 'generate', seed }, [{ params }]));
      if (!value.success) throw wrongShape(code, { entry, wanted: '{ args, heldOut? }', error: value.error });
      return { args: value.data.args, heldOut: value.data.heldOut };
    },
    reference: (code, { args, heldOut }) =>
      call(code, { entry: 'reference/reference.ts', call: 'reference', seed: 1 }, [args, heldOut]),
    async validate(code, { args, heldOut, expected, output }) {
      const entry = 'output_validator/check.ts';
      const given = { args, heldOut, expected, output };
      const value = verdict.safeParse(await call(code, { entry, call: 'check', seed: 1 }, [given]));
      if (!value.success)
        throw wrongShape(code, { entry, wanted: '{ accepted, message? }', error: value.error });
      return value.data;
    },
    close: () => rooms.close(),
  };
}

// A process may die of something else than the request; only what kills it twice is the author's doing.
async function askTwice(room: Room, request: EngineRequest) {
  const reply = await room.engine.ask(request);
  if (reply.kind !== 'died') return reply;
  await room.restart();
  if (reply.overLimit) return reply;
  const again = await room.engine.ask(request);
  if (again.kind === 'died') await room.restart();
  return again;
}

function parseValue(text: string, at: { slug: string; file: string }): PlainData {
  try {
    return decodePlain(text);
  } catch (cause) {
    throw new AuthorCodeError('the answer is not plain data', { ...at, cause });
  }
}

function wrongShape(
  { slug }: AuthorCode,
  { entry, wanted, error }: { entry: string; wanted: string; error: z.ZodError },
): AuthorCodeError {
  return new AuthorCodeError(`expected ${wanted}: ${z.prettifyError(error)}`, { slug, file: entry });
}
