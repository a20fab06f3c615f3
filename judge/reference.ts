import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Runtime } from '#content/problem.ts';
import {
  type BackendName,
  BackendUnavailable,
  backendNames,
  type PassedOver,
  preferredBackends,
  runsOnDevice,
} from './backend.ts';
import type { Conformance } from './conformance.ts';
import type { Log } from './log.ts';
import { decodePlain, encodePlain, type PlainData } from './plain-data.ts';
import { type EngineAnswer, startEngineProcess } from './reference/host/engine-process.ts';
import { type Ladder, openLadder, type Rung } from './reference/host/ladder.ts';
import { findPlace, hasNvidiaGpu, tensorflowFolder } from './reference/host/place.ts';
import type { Room } from './reference/host/rooms.ts';
import type { EngineCall } from './reference/wire.ts';
import type { Localized } from './verdict.ts';

/** JavaScript modules of a package by path, and the runtime whose imports they may use. */
export type AuthorCode = { slug: string; runtime: Runtime; modules: Record<string, string> };

export type GeneratedCase = { args: PlainData; heldOut: PlainData };
export type ValidatorReply = { accepted: true } | { accepted: false; message: Localized };

/**
 * Runs an author's code, in an OS sandbox of its own, on the backend it names. Throws {@link AuthorCodeError}, or
 * `BackendUnavailable` where no backend is left that computes right.
 */
export type ReferenceEngine = {
  /** The one in use. It changes where a device is lost, so what was computed is noted by what is here before and after. */
  readonly backend: { name: BackendName; device: string };
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
  /** Holds the backend against plain arithmetic, as is done before it computes anything: one that fails is left. */
  conformance(): Promise<Conformance>;
  /** The same figures of the backend as it is, with no consequence. */
  measure(): Promise<Conformance>;
  /** Better backends than the one in use, and why they are not. */
  passedOver(): readonly PassedOver[];
  /** An engine like this on another backend that every machine has, opened when first asked for and closed with this. */
  second(): Promise<ReferenceEngine>;
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
  /** Instead of the best that is here. */
  backend?: BackendName | undefined;
  /** Told where a backend is passed over or left. */
  log?: Log;
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
 * One that died is started again. Throws `SandboxUnavailable` (judge/confine.ts), or `BackendUnavailable` where the
 * backend that was asked for is not to be had.
 */
export async function openReferenceEngine(options: ReferenceOptions): Promise<ReferenceEngine> {
  const {
    weakSandbox,
    cacheDir = defaultCacheDir,
    callLimits = { cpuMs: 120_000, wallMs: 180_000 },
    backend: asked,
    log,
  } = options;
  const ladder = await openLadder({
    backends: asked === undefined ? preferredBackends : [asked, ...below(asked)],
    only: asked ?? null,
    findPlace,
    start: (backend, place) => startEngineProcess({ backend, place, cacheDir, weakSandbox, callLimits }),
    warn: (message, fields) => log?.('warn', message, fields),
  });
  let second: Promise<ReferenceEngine> | undefined;

  async function call(
    { slug, runtime, modules }: AuthorCode,
    act: Pick<EngineCall, 'entry' | 'call' | 'seed'>,
    args: PlainData[],
  ): Promise<PlainData> {
    const request = {
      ...act,
      kind: 'call',
      modules,
      tf: runtime === 'tf',
      args: encodePlain(args),
    } as const;
    const at = { slug, file: act.entry };
    const reply = await askLadder(ladder, { slug, request });
    switch (reply.kind) {
      case 'value':
        return parseValue(reply.value, at);
      case 'threw':
        throw new AuthorCodeError(reply.message, at);
      case 'died':
        throw new AuthorCodeError(reply.why, at);
      case 'lost':
        throw new BackendUnavailable(ladder.current().backend, reply.why);
      case 'conformed':
        throw new AuthorCodeError('the engine answered another question', at);
    }
  }

  return {
    get backend() {
      const { backend: name, device } = ladder.current();
      return { name, device };
    },
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
    conformance: async () => (await ladder.trusted()).conformance,
    measure: () => ladder.measure(),
    passedOver: () => ladder.passedOver(),
    second() {
      const backend = ladder.current().backend === 'cpu' ? 'wasm' : 'cpu';
      second ??= openReferenceEngine({ ...options, backend });
      return second;
    },
    async close() {
      const other = await second?.catch(() => undefined);
      await Promise.all([ladder.close(), other?.close()]);
    },
  };
}

/** Where set-up has to put TensorFlow, and whether there is a GPU that it can use. */
export function findTensorflowPlace(): { folder: string; hasGpu: boolean } {
  return { folder: tensorflowFolder, hasGpu: hasNvidiaGpu() };
}

/** What every machine has, for when a backend that was asked for is lost at work. */
function below(backend: BackendName): BackendName[] {
  const place = backendNames.indexOf(backend);
  return (['wasm', 'cpu'] as const).filter((name) => backendNames.indexOf(name) > place);
}

type Asked = { slug: string; request: EngineCall };

/** On the backend in use; where its device is lost, or has taken the process along twice, again on the next. */
async function askLadder(ladder: Ladder, { slug, request }: Asked): Promise<EngineAnswer> {
  for (;;) {
    const { rung } = await ladder.trusted();
    const reply = await askRung(rung, { slug, request });
    const why = doubtOf(reply, rung);
    // Those that were at work beside the one that lost its device have died of that.
    const left = ladder.current() !== rung && reply.kind === 'died';
    if (!left && (why === null || !(await ladder.leave(rung, why)))) return reply;
  }
}

async function askRung({ rooms, backend }: Rung, { slug, request }: Asked): Promise<EngineAnswer> {
  try {
    return await rooms.use(slug, (room) => askTwice(room, request));
  } catch (error) {
    if (!(error instanceof BackendUnavailable)) throw error;
    return { kind: 'lost', why: `${backend} does not open again: ${error.why}` };
  }
}

/** Why the backend rather than the author may be at fault, or null. */
function doubtOf(reply: EngineAnswer, { backend }: Rung): string | null {
  if (reply.kind === 'lost') return reply.why;
  return reply.kind === 'died' && !reply.overLimit && runsOnDevice(backend) ? reply.why : null;
}

// A process may die of something else than the request; only what kills it twice is the author's doing.
async function askTwice(room: Room, request: EngineCall): Promise<EngineAnswer> {
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
