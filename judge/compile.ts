import { fileURLToPath } from 'node:url';
import type { Runtime } from '#content/problem.ts';
import { type Checker, startChecker } from './compile/host/checker.ts';
import { maxSourceBytes } from './compile/wire.ts';
import type { Strike } from './supervise.ts';
import { readTfTypes } from './tf-types.ts';
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

/** Warm type checkers in processes of their own, replaced after any kill and every so often. */
export type Compiler = {
  /** Never throws for what the source does: time, memory and size limits are diagnostics with code `LIMIT`. */
  compile(request: CompileRequest): Promise<CompileReply>;
  close(): Promise<void>;
};

export type CompilerOptions = { size: number; weakSandbox: boolean };

/** A checker's memory grows with what it has seen; after so many sources it is replaced. */
const usesOfChecker = 500;

/** Opens a compiler for `size` sources at a time. Throws `SandboxUnavailable` (judge/confine.ts) where it can't start. */
export async function openCompiler({ size, weakSandbox }: CompilerOptions): Promise<Compiler> {
  const setup = { tfTypes: readTfTypes(fileURLToPath(new URL('..', import.meta.url))) };
  const alive = new Set<Checker>();
  let closed = false;
  const start = async (): Promise<Checker> => {
    const checker = await startChecker(setup, weakSandbox);
    alive.add(checker);
    void checker.ended.then(() => alive.delete(checker));
    if (closed) checker.kill();
    return checker;
  };
  const slots = await Promise.all(
    Array.from({ length: size }, async () => ({ checker: await start(), uses: 0 })),
  );
  const idle = openIdle(slots);

  const replace = async (slot: Slot) => {
    slot.checker.kill();
    if (!closed) Object.assign(slot, { checker: await start(), uses: 0 });
  };
  const attempt = async (request: CompileRequest) => {
    const slot = await idle.take();
    try {
      // What died while it waited is no source's doing.
      if (slot.checker.isGone()) await replace(slot);
      const answer = await slot.checker.ask(request);
      slot.uses += 1;
      if (answer.kind === 'died' || slot.uses >= usesOfChecker) await replace(slot);
      return answer;
    } finally {
      idle.put(slot);
    }
  };

  return {
    async compile(request) {
      if (Buffer.byteLength(request.source) > maxSourceBytes)
        return limit('The source is longer than 128 KiB.');
      const first = await attempt(request);
      if (first.kind !== 'died') return replyOf(first);
      if (first.strike) return limit(strikes[first.strike]);
      // It may have died of something else; only what kills it twice is the source's doing.
      const second = await attempt(request);
      return second.kind === 'died' ? limit(second.strike ? strikes[second.strike] : crash) : replyOf(second);
    },
    async close() {
      closed = true;
      const checkers = [...alive];
      for (const checker of checkers) checker.kill();
      await Promise.all(checkers.map((checker) => checker.ended));
    },
  };
}

type Slot = { checker: Checker; uses: number };

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
  if (answer.kind === 'ready') throw new Error('the type checker answered out of turn');
  return answer;
}

function openIdle(slots: Slot[]) {
  const idle = [...slots];
  const waiting: ((slot: Slot) => void)[] = [];
  return {
    take: (): Promise<Slot> => {
      const slot = idle.pop();
      return slot ? Promise.resolve(slot) : new Promise((resolve) => waiting.push(resolve));
    },
    put: (slot: Slot): void => {
      const next = waiting.shift();
      if (next) next(slot);
      else idle.push(slot);
    },
  };
}
