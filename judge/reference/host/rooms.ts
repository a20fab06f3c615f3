import type { EngineProcess } from './engine-process.ts';

/** Processes kept at a time; each holds some 150 MB. The least recently used one makes room. */
const roomsKept = 4;

export type Room = { engine: EngineProcess; restart(): Promise<void> };

/** A process to a tenant, each used by one caller at a time. */
export type Rooms = {
  /** Acts on a process that no tenant has had yet; the next tenant gets it. */
  beforehand<T>(act: (engine: EngineProcess) => Promise<T>): Promise<T>;
  use<T>(tenant: string, act: (room: Room) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** `first` was started already and goes to the first tenant. */
export function openRooms(first: EngineProcess, start: () => Promise<EngineProcess>): Rooms {
  const alive = new Set<EngineProcess>();
  const rooms = new Map<string, { room: Promise<Room>; turn: Promise<unknown> }>();
  let closed = false;
  let spare: EngineProcess | undefined;
  spare = keep(first);

  function keep(engine: EngineProcess): EngineProcess {
    alive.add(engine);
    void engine.ended.then(() => {
      alive.delete(engine);
      if (spare === engine) spare = undefined;
    });
    if (closed) engine.kill();
    return engine;
  }

  async function furnish(): Promise<Room> {
    const engine = spare ?? keep(await start());
    spare = undefined;
    const room: Room = {
      engine,
      async restart() {
        room.engine.kill();
        room.engine = keep(await start());
      },
    };
    return room;
  }

  function evict(): void {
    for (const [tenant, { room, turn }] of rooms) {
      if (rooms.size <= roomsKept) return;
      rooms.delete(tenant);
      // Where it could not be furnished, its tenant was told so and there is nothing to kill.
      void Promise.all([room, turn]).then(
        ([{ engine }]) => engine.kill(),
        () => undefined,
      );
    }
  }

  function occupy(tenant: string): { room: Promise<Room>; turn: Promise<unknown> } {
    const found = rooms.get(tenant);
    const occupied = found ?? { room: furnish(), turn: Promise.resolve() };
    // Where it can't be furnished, the next caller tries again.
    occupied.room.catch(() => rooms.delete(tenant));
    rooms.delete(tenant);
    rooms.set(tenant, occupied);
    evict();
    return occupied;
  }

  return {
    async beforehand(act) {
      spare ??= keep(await start());
      return act(spare);
    },
    use(tenant, act) {
      const occupied = occupy(tenant);
      const done = occupied.turn.then(async () => act(await occupied.room));
      occupied.turn = done.catch(() => undefined);
      return done;
    },
    async close() {
      closed = true;
      const engines = [...alive];
      for (const engine of engines) engine.kill();
      await Promise.all(engines.map((engine) => engine.ended));
    },
  };
}
