/** Guests kept warm, one or two for each `run`; a guest that was used is killed. */
import { availableParallelism } from 'node:os';
import type { Runtime } from '#content/problem.ts';
import { SandboxUnavailable } from '../../confine.ts';
import { openRetry } from '../../retry.ts';
import type { KillCause } from '../../supervise.ts';
import { type Tracer, untraced } from '../../trace.ts';
import type { PoolState, RunRequest, SandboxPool, TestClaim } from '../run.ts';
import { converse, GuestLost } from './conversation.ts';
import type { Guest, GuestFiles, GuestSpec } from './guest-process.ts';
import { runInHalves } from './halves.ts';

export type PoolOptions = {
  size: number;
  weakSandbox: boolean;
  warm: readonly Runtime[];
  /** What a guest of this runtime is made of; asked again where it failed. */
  findFiles: (runtime: Runtime) => Promise<GuestFiles>;
  start: (spec: GuestSpec) => Promise<Guest>;
  onKill: (cause: KillCause) => void;
};

/**
 * Isolates and realms are made ahead as they were asked for last. A realm takes 0.6 ms and 0.19 MB, with tfjs 5 ms and
 * 0.86 MB.
 */
const firstMemoryMiB = 256;
const firstRealms = 16;
const mostRealms = { plain: 128, tf: 48 };
const attempts = 3;

/** Fewer tests are done before a second sandbox has taken up its half. */
const halvedFrom = 8;
const cores = availableParallelism();

export async function openPool(
  options: PoolOptions,
): Promise<SandboxPool & { state(): Record<Runtime, PoolState> }> {
  const { onKill } = options;
  const alive = new Set<Guest>();
  const shelves = { plain: openShelf('plain', options, alive), tf: openShelf('tf', options, alive) };
  for (const runtime of options.warm) shelves[runtime].fill();
  const close = async () => {
    await Promise.all(Object.values(shelves).map((shelf) => shelf.close()));
    const guests = [...alive];
    for (const guest of guests) guest.kill();
    await Promise.all(guests.map((guest) => guest.confined.ended));
  };
  const [first] = options.warm;
  try {
    if (first) await shelves[first].ready();
  } catch (cause) {
    await close();
    throw cause;
  }

  async function* runInOne(
    request: RunRequest,
    { tracer, stop }: { tracer: Tracer; stop?: AbortSignal },
  ): AsyncGenerator<TestClaim> {
    const shelf = shelves[request.runtime];
    for (let attempt = 1; ; attempt += 1) {
      const taken = tracer.begin('sandbox');
      const { guest, how } = await shelf.take(request);
      taken(how);
      stop?.addEventListener('abort', guest.kill, { once: true });
      if (stop?.aborted) guest.kill();
      try {
        return yield* converse(guest, request, { tracer, onKill });
      } catch (cause) {
        if (!(cause instanceof GuestLost && attempt < attempts)) throw cause;
      } finally {
        guest.kill();
        shelf.inUse -= 1;
        // Only now: the start of the next guest would take a core from this one.
        shelf.fill();
      }
    }
  }

  return {
    async *run(request, tracer = untraced) {
      const { tests, runtime } = request;
      if (tests.length === 0) return;
      const idle = cores > 1 && tests.length >= halvedFrom && shelves[runtime].hasTwoToSpare();
      yield* idle
        ? runInHalves(request, (half, stop) => runInOne(half, { tracer, stop }))
        : runInOne(request, { tracer });
    },
    state: () => ({ plain: shelves.plain.state(), tf: shelves.tf.state() }),
    close,
  };
}

/** Whether a guest was ready, on its way, or had to be started. */
type Taken = 'warm' | 'starting' | 'cold';
type Kept = { guest: Promise<Guest>; how: Taken };

/** The warm guests of one runtime. */
function openShelf(runtime: Runtime, options: PoolOptions, alive: Set<Guest>) {
  const waiting: Kept[] = [];
  let files: Promise<GuestFiles> | undefined;
  let memoryMiB = firstMemoryMiB;
  let realms = firstRealms;
  let closed = false;

  const start = async (): Promise<Guest> => {
    files ??= options.findFiles(runtime).catch((cause: unknown) => {
      // The next one tries again.
      files = undefined;
      throw cause;
    });
    const guest = await options.start({
      runtime,
      memoryMiB,
      realms,
      files: await files,
      weakSandbox: options.weakSandbox,
    });
    alive.add(guest);
    void guest.confined.ended.then(() => alive.delete(guest));
    if (closed) guest.kill();
    return guest;
  };
  const fill = () => {
    while (!closed && waiting.length < options.size) {
      const kept: Kept = { guest: start(), how: 'starting' };
      kept.guest.then(
        () => {
          kept.how = 'warm';
          retry.reset();
        },
        () => {
          // Whatever it was may be over when the next one comes: its failure is not kept for him.
          const at = waiting.indexOf(kept);
          if (at >= 0) waiting.splice(at, 1);
          retry.later();
        },
      );
      waiting.push(kept);
    }
  };
  const retry = openRetry(fill);

  return {
    fill,
    /** Taken and not yet given back by whoever took them. */
    inUse: 0,
    state() {
      const warm = waiting.filter(({ how }) => how === 'warm').length;
      return { warm, starting: waiting.length - warm, inUse: this.inUse };
    },
    /** Whether one submission may have two: none runs, and the next one would find one, too. */
    hasTwoToSpare() {
      return this.inUse === 0 && this.state().warm > 2;
    },
    ready: async () => void (await waiting[0]?.guest),
    async take({ limits, tests }: RunRequest): Promise<{ guest: Guest; how: Taken }> {
      memoryMiB = limits.memoryMiB;
      realms = Math.min(tests.length, mostRealms[runtime]);
      for (;;) {
        if (closed) throw new SandboxUnavailable('the sandboxes are closed');
        const kept = waiting.shift();
        const how = kept?.how ?? 'cold';
        const guest = await (kept ? kept.guest.catch(start) : start());
        if (guest.isGone()) continue;
        this.inUse += 1;
        return { guest, how };
      }
    },
    async close() {
      closed = true;
      retry.end();
      await Promise.allSettled(waiting.map(({ guest }) => guest));
    },
  };
}
