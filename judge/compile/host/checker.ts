import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cleanText } from '../../clean-text.ts';
import { type Confined, type Confinement, confine, SandboxUnavailable } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import { type Strike, superviseConfined } from '../../supervise.ts';
import {
  type CompilerReply,
  type CompilerRequest,
  type CompilerSetup,
  maxDiagnostics,
  maxEdits,
  maxReplyBytes,
} from '../wire.ts';
import { isStripped } from './is-stripped.ts';

/** A confined process with a warm type checker. */
export type Checker = {
  /** One request at a time. After anything but a reply the process is gone. */
  ask(request: CompilerRequest): Promise<CompilerReply | { kind: 'died'; strike: Strike | null }>;
  kill(): void;
  isGone(): boolean;
  ended: Promise<unknown>;
};

/** For one source. The checker needs some 5 to 20 ms for a hundred lines. */
const budget = { cpuMs: 5000, wallMs: 10_000, residentKiB: 1024 * 1024, processes: 64 };
/** For reading the libraries at the start. */
const startBudget = { cpuMs: 30_000, wallMs: 60_000, residentKiB: 1024 * 1024, processes: 64 };

const place = { line: z.int(), column: z.int(), endLine: z.int(), endColumn: z.int() };
// Messages quote the source.
const message = z.string().transform((text) => cleanText(text, 2000));
const diagnostic = z.object({ ...place, code: z.string().max(20), message });
const edit = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  change: z.string().transform((text) => cleanText(text, 200)),
});
const reply: z.ZodType<CompilerReply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('compiled'), javascript: z.string() }),
  z.object({ kind: z.literal('rejected'), diagnostics: z.array(diagnostic).min(1).max(maxDiagnostics) }),
  z.object({ kind: z.literal('edits'), edits: z.array(edit).max(maxEdits) }),
]);

/** The walls around a type checker. */
export function checkerConfinement(weakSandbox: boolean): Confinement {
  const { library, readable, guest } = findFiles();
  return {
    profile: 'checker',
    program: 'node',
    args: ['--no-warnings', guest, library],
    permissions: ['child-process'],
    readable,
    // The native compiler panics without; it finds its library beside itself.
    ownPath: `${library}tsc`,
    // Go takes a thread for each core of the machine, and there may be more than its limit of processes.
    environment: { GOMAXPROCS: '4' },
    limits: { memoryMiB: 1536, processes: 64 },
    channels: 1,
    weakSandbox,
  };
}

/** Starts {@link file://../guest/main.ts} and waits until it is warm. Throws {@link SandboxUnavailable}. */
export async function startChecker(setup: CompilerSetup, weakSandbox: boolean): Promise<Checker> {
  const confined = await confine(checkerConfinement(weakSandbox));
  const supervisor = superviseConfined(confined, startBudget);
  const line = openLine(confined);
  line.send(setup);
  const first = await line.next();
  if (first?.kind !== 'ready') {
    confined.kill();
    await confined.ended;
    throw new SandboxUnavailable(`the type checker does not start: ${supervisor.strike ?? line.errors()}`);
  }
  supervisor.rest(budget);
  return {
    isGone: () => line.isClosed() || supervisor.strike !== null,
    async ask(request) {
      supervisor.renew(budget);
      line.send(request);
      const answer = await line.next();
      if (!answer || answer.kind === 'ready' || isForged(answer, request)) {
        confined.kill();
        return { kind: 'died', strike: supervisor.strike };
      }
      supervisor.rest(budget);
      return answer;
    },
    kill: () => confined.kill(),
    ended: confined.ended,
  };
}

function isForged(answer: CompilerReply, { source }: CompilerRequest): boolean {
  return answer.kind === 'compiled' && !isStripped(source, answer.javascript);
}

function findFiles() {
  const require = createRequire(import.meta.url);
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const compiler = dirname(require.resolve('typescript/package.json'));
  const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  const lexer = dirname(dirname(require.resolve('es-module-lexer/js')));
  const native = dirname(createRequire(`${compiler}/package.json`).resolve(platform));
  return {
    library: `${native}/lib/`,
    guest: here('../guest/main.ts'),
    readable: [
      here('../guest'),
      here('../wire.ts'),
      here('../../frames.ts'),
      here('../../../package.json'),
      lexer,
      compiler,
      native,
    ],
  };
}

function openLine(confined: Confined) {
  const [channel] = confined.channels;
  if (!channel) throw new SandboxUnavailable('the type checker has no channel');
  const reader = createFrameReader(maxReplyBytes);
  let errors = '';
  let wake: (answer: CompilerReply | undefined) => void = () => undefined;
  confined.stdout.resume();
  confined.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + String(chunk)).slice(-2000);
  });
  channel.on('data', (chunk: Buffer) => {
    try {
      for (const frame of reader.push(chunk)) wake(reply.parse(JSON.parse(frame.toString('utf8'))));
    } catch {
      confined.kill();
    }
  });
  let gone = false;
  void confined.ended.then(() => {
    gone = true;
    wake(undefined);
  });
  return {
    errors: () => errors,
    isClosed: () => gone,
    send: (message: CompilerSetup | CompilerRequest) => channel.write(encodeFrame(JSON.stringify(message))),
    next: () =>
      new Promise<CompilerReply | undefined>((resolve) => {
        wake = resolve;
        if (gone) resolve(undefined);
      }),
  };
}
