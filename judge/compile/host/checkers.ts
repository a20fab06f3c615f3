/** Type checkers kept warm, one source at a time in each; what has ended or seen enough makes room for a new one. */
import { openRetry } from '../../retry.ts';
import { strikes } from '../../supervise.ts';
import type { Tracer } from '../../trace.ts';
import type { CompilerRequest } from '../wire.ts';
import type { Checker } from './checker.ts';

/** Why a checker was replaced: a limit a source made it cross, its own end, or that it had seen enough. */
export const recycleCauses = [...strikes, 'died', 'worn'] as const;
export type RecycleCause = (typeof recycleCauses)[number];

export type CheckersOptions = {
  size: number;
  start: () => Promise<Checker>;
  /** Is told once of each checker that is replaced. */
  onRecycle: (cause: RecycleCause) => void;
  /** How many sources a checker sees. */
  uses: number;
};

export type Checkers = {
  ask(request: CompilerRequest, tracer: Tracer): ReturnType<Checker['ask']>;
  state(): { alive: number; busy: number };
  close(): Promise<void>;
};

/** `dismissed`: what is there is to be replaced, and that was told. */
type Slot = { checker: Checker; uses: number; dismissed: boolean };
const isSpent = ({ checker, dismissed }: Slot) => dismissed || checker.isGone();

/** Starts `size` checkers. Throws `SandboxUnavailable` (judge/confine.ts) where one does not start. */
export async function openCheckers({ size, start, onRecycle, uses }: CheckersOptions): Promise<Checkers> {
  const alive = new Set<Checker>();
  const slots: Slot[] = [];
  const idle = openIdle();
  // Those that ended while nobody asked them anything, and those in whose place none would start.
  const retry = openRetry(() => {
    for (const slot of slots) if (isSpent(slot) && idle.claim(slot)) void renew(slot, 'died');
  });
  let closed = false;

  const startOne = async (): Promise<Checker> => {
    const checker = await start();
    alive.add(checker);
    void checker.ended.then(() => {
      alive.delete(checker);
      if (idle.has(checker)) retry.later();
    });
    if (closed) checker.kill();
    return checker;
  };
  const furnish = async (): Promise<Slot> => ({ checker: await startOne(), uses: 0, dismissed: false });
  const replace = async (slot: Slot, cause: RecycleCause) => {
    if (!slot.dismissed) onRecycle(cause);
    slot.dismissed = true;
    slot.checker.kill();
    if (!closed) Object.assign(slot, await furnish());
  };
  const giveBack = (slot: Slot) => {
    idle.put(slot);
    if (isSpent(slot)) retry.later();
  };
  const renew = async (slot: Slot, cause: RecycleCause) => {
    // Where none starts now, whoever takes the slot tries again, and so do we.
    await replace(slot, cause).catch(() => undefined);
    giveBack(slot);
  };

  await Promise.all(
    Array.from({ length: size }, async () => {
      const slot = await furnish();
      slots.push(slot);
      giveBack(slot);
    }),
  );

  return {
    state: () => ({
      alive: slots.filter(({ checker }) => !checker.isGone()).length,
      busy: slots.length - idle.count(),
    }),
    async ask(request, tracer) {
      const free = tracer.begin('checker');
      const slot = await idle.take();
      let spent: RecycleCause | null = null;
      try {
        // What died while it waited is no source's doing.
        if (isSpent(slot)) await replace(slot, 'died');
        free();
        const checked = tracer.begin('compile');
        const answer = await slot.checker.ask(request);
        checked(answer.kind);
        slot.uses += 1;
        if (answer.kind === 'died') spent = answer.strike ?? 'died';
        else retry.reset();
        if (slot.uses >= uses) spent ??= 'worn';
        return answer;
      } finally {
        // The answer does not wait for the next checker.
        if (spent) void renew(slot, spent);
        else giveBack(slot);
      }
    },
    async close() {
      closed = true;
      retry.end();
      for (const checker of alive) checker.kill();
      // One that was on its way when it was closed is among those alive by now.
      const all = await Promise.all(slots.map(() => idle.take()));
      all.forEach(idle.put);
      await Promise.all([...alive].map((checker) => checker.ended));
    },
  };
}

function openIdle() {
  const idle: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  return {
    count: () => idle.length,
    has: (checker: Checker) => idle.some((slot) => slot.checker === checker),
    take: (): Promise<Slot> => {
      const slot = idle.pop();
      return slot ? Promise.resolve(slot) : new Promise((resolve) => waiting.push(resolve));
    },
    /** Takes this one, where nobody has it. */
    claim: (slot: Slot): boolean => {
      const at = idle.indexOf(slot);
      if (at >= 0) idle.splice(at, 1);
      return at >= 0;
    },
    put: (slot: Slot): void => {
      const next = waiting.shift();
      if (next) next(slot);
      else idle.push(slot);
    },
  };
}
