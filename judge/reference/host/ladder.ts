import { type BackendName, BackendUnavailable, type PassedOver } from '../../backend.ts';
import { type Conformance, rowsOutside, tellOutside } from '../../conformance.ts';
import type { EngineProcess } from './engine-process.ts';
import type { Found, Place } from './place.ts';
import { openRooms, type Rooms } from './rooms.ts';

/** A backend in use. */
export type Rung = { backend: BackendName; device: string; rooms: Rooms };

/** The backends from the best down: one in use, those passed over above it, and what is left below. */
export type Ladder = {
  current(): Rung;
  passedOver(): readonly PassedOver[];
  /** The backend in use, after it was held against plain arithmetic; a wrong one is left, with a warning. */
  trusted(): Promise<{ rung: Rung; conformance: Conformance }>;
  /** The figures of the backend in use, whatever they are. */
  measure(): Promise<Conformance>;
  /** Leaves a backend for the next one down; false where there is none. */
  leave(rung: Rung, why: string): Promise<boolean>;
  close(): Promise<void>;
};

export type LadderOptions = {
  /** In the order in which they are tried. */
  backends: readonly BackendName[];
  /** Asked for by name: then another is no answer, unless it is lost while it is at work. */
  only: BackendName | null;
  findPlace(backend: BackendName): Found;
  start(backend: BackendName, place: Place): Promise<EngineProcess>;
  warn(message: string, fields: Record<string, string>): void;
};

/** Climbs down to the first backend that opens. Throws `SandboxUnavailable`, or {@link BackendUnavailable}. */
export async function openLadder(options: LadderOptions): Promise<Ladder> {
  const { only, findPlace, start, warn } = options;
  const below = [...options.backends];
  const passedOver: PassedOver[] = [];
  const left = new Map<Rung, Promise<boolean>>();
  const checks = new Map<Rung, Promise<Conformance>>();
  let current = await open();
  let closed = false;

  async function open(): Promise<Rung> {
    let last: BackendUnavailable | undefined;
    for (let backend = below.shift(); backend !== undefined; backend = below.shift()) {
      try {
        return await openBackend(backend);
      } catch (error) {
        if (!(error instanceof BackendUnavailable) || backend === only) throw error;
        last = error;
      }
    }
    throw last ?? new BackendUnavailable('cpu', 'none is left');
  }

  async function openBackend(backend: BackendName): Promise<Rung> {
    const found = findPlace(backend);
    if ('lacking' in found) return pass(backend, found.lacking);
    const { place } = found;
    const again = () => start(backend, place);
    try {
      const first = await again();
      return { backend, device: first.device, rooms: openRooms(first, again) };
    } catch (error) {
      if (!(error instanceof BackendUnavailable)) throw error;
      if (backend !== only) warn('the reference engine passes over a backend', { backend, why: error.why });
      passedOver.push({ backend, why: error.why });
      throw error;
    }
  }

  function pass(backend: BackendName, why: string): never {
    passedOver.push({ backend, why });
    throw new BackendUnavailable(backend, why);
  }

  function leave(rung: Rung, why: string): Promise<boolean> {
    const leaving = left.get(rung) ?? stepDown(rung, why);
    left.set(rung, leaving);
    return leaving;
  }

  async function stepDown(rung: Rung, why: string): Promise<boolean> {
    if (below.length === 0 || closed) return false;
    const { backend } = rung;
    warn('the reference engine leaves its backend for the next', { backend, why });
    passedOver.push({ backend, why });
    current = await open();
    await rung.rooms.close();
    return true;
  }

  function check(rung: Rung): Promise<Conformance> {
    const checking = checks.get(rung) ?? conform(rung);
    checks.set(rung, checking);
    // What could not be told is asked again by the next caller.
    checking.catch(() => checks.delete(rung));
    return checking;
  }

  async function trusted(): Promise<{ rung: Rung; conformance: Conformance }> {
    const rung = current;
    const { conformance, why } = await judge(rung);
    if (conformance && why === null) return { rung, conformance };
    const reason = why ?? 'it cannot be checked';
    if (rung.backend === only || !(await leave(rung, reason)))
      throw new BackendUnavailable(rung.backend, reason);
    return trusted();
  }

  /** Why a backend must not be used, or null. */
  async function judge(rung: Rung): Promise<{ conformance: Conformance | null; why: string | null }> {
    try {
      const conformance = await check(rung);
      const outside = rowsOutside(conformance).length > 0;
      return { conformance, why: outside ? `it computes wrongly: ${tellOutside(conformance)}` : null };
    } catch (error) {
      if (!(error instanceof BackendUnavailable)) throw error;
      return { conformance: null, why: error.why };
    }
  }

  return {
    current: () => current,
    passedOver: () => passedOver,
    trusted,
    measure: () => check(current),
    leave,
    async close() {
      closed = true;
      await Promise.allSettled([...left.values()]);
      await current.rooms.close();
    },
  };
}

async function conform({ backend, device, rooms }: Rung): Promise<Conformance> {
  const answer = await rooms.beforehand((engine) => engine.ask({ kind: 'conform' }));
  switch (answer.kind) {
    case 'conformed':
      return { backend, device, rows: answer.rows, ms: answer.ms };
    case 'died':
    case 'lost':
      throw new BackendUnavailable(backend, `it cannot be checked: ${answer.why}`);
    case 'threw':
      throw new BackendUnavailable(backend, `it cannot be checked: ${answer.message}`);
    case 'value':
      throw new BackendUnavailable(backend, 'it cannot be checked: it answered another question');
  }
}
