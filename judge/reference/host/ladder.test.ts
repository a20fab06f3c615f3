import { expect, test, vi } from 'vitest';
import { type BackendName, BackendUnavailable, preferredBackends } from '../../backend.ts';
import type { ConformanceRow } from '../../conformance.ts';
import type { EngineAnswer, EngineProcess } from './engine-process.ts';
import { type LadderOptions, openLadder } from './ladder.ts';
import type { Place } from './place.ts';

const place: Place = { profile: 'engine', readable: [], permissions: [], residentMiB: 1, processes: 1 };
const right: ConformanceRow[] = [{ operation: 'where', worst: 0, bound: 0 }];
const wrong: ConformanceRow[] = [{ operation: 'softmax', worst: 0.03, bound: 2e-6 }];

type Machine = Partial<Record<BackendName, 'lacking' | 'shut' | 'wrong' | 'dies'>>;

/** A made-up machine: what each backend does there; those not named are as they should be. */
function options(machine: Machine, change: Partial<LadderOptions> = {}) {
  const warn = vi.fn();
  const started: BackendName[] = [];
  const made: LadderOptions & { warn: typeof warn; started: BackendName[] } = {
    backends: preferredBackends,
    only: null,
    findPlace: (backend) => (machine[backend] === 'lacking' ? { lacking: 'not here' } : { place }),
    start: async (backend) => {
      started.push(backend);
      if (machine[backend] === 'shut') throw new BackendUnavailable(backend, 'no adapter');
      return processOf(machine[backend] ?? 'right');
    },
    ...change,
    warn,
    started,
  };
  return made;
}

function processOf(manner: string): EngineProcess {
  const ended = Promise.withResolvers<void>();
  const answer: EngineAnswer =
    manner === 'dies'
      ? { kind: 'died', overLimit: false, why: 'it crashed' }
      : { kind: 'conformed', rows: manner === 'wrong' ? wrong : right, ms: 1 };
  return {
    device: `a ${manner} one`,
    ask: async () => answer,
    kill: () => ended.resolve(),
    ended: ended.promise,
  };
}

test('a machine without a GPU computes on wasm, and knows why on nothing better', async () => {
  const made = options({ tensorflow: 'lacking', webgpu: 'lacking' });
  const ladder = await openLadder(made);
  expect(ladder.current().backend).toBe('wasm');
  expect(ladder.passedOver()).toEqual([
    { backend: 'tensorflow', why: 'not here' },
    { backend: 'webgpu', why: 'not here' },
  ]);
  // That there is no GPU is no trouble.
  expect(made.warn).not.toHaveBeenCalled();
  await ladder.close();
});

test('a GPU that does not open is passed over with a warning', async () => {
  const made = options({ tensorflow: 'lacking', webgpu: 'shut' });
  const ladder = await openLadder(made);
  expect(ladder.current().backend).toBe('wasm');
  expect(made.warn).toHaveBeenCalledExactlyOnceWith(expect.any(String), {
    backend: 'webgpu',
    why: 'no adapter',
  });
  await ladder.close();
});

test('a backend that computes wrongly is refused with the figures before it computes anything', async () => {
  const made = options({ tensorflow: 'lacking', webgpu: 'wrong' });
  const ladder = await openLadder(made);
  expect(ladder.current().backend).toBe('webgpu');
  const { rung, conformance } = await ladder.trusted();
  expect([rung.backend, conformance.rows]).toEqual(['wasm', right]);
  const figures = 'it computes wrongly: softmax 3.0e-2 (2.0e-6 allowed)';
  expect(ladder.passedOver().at(-1)).toEqual({ backend: 'webgpu', why: figures });
  expect(made.warn).toHaveBeenCalledExactlyOnceWith(expect.any(String), { backend: 'webgpu', why: figures });
  await ladder.close();
});

test('one that dies while it is checked is left as well', async () => {
  const ladder = await openLadder(options({ tensorflow: 'dies' }));
  expect((await ladder.trusted()).rung.backend).toBe('webgpu');
  await ladder.close();
});

test.each<[BackendName, Machine]>([
  ['webgpu', { webgpu: 'lacking' }],
  ['webgpu', { webgpu: 'shut' }],
])('what was asked for by name is not replaced: %s, %o', async (backend, machine) => {
  const opening = openLadder(options(machine, { backends: [backend, 'wasm', 'cpu'], only: backend }));
  await expect(opening).rejects.toThrow(`the reference engine's backend ${backend} cannot be used: `);
});

test('what was asked for by name and computes wrongly is refused, not replaced', async () => {
  const ladder = await openLadder(
    options({ webgpu: 'wrong' }, { backends: ['webgpu', 'wasm', 'cpu'], only: 'webgpu' }),
  );
  await expect(ladder.trusted()).rejects.toThrow(/computes wrongly: softmax 3\.0e-2/);
  // Its figures can be had all the same.
  expect((await ladder.measure()).rows).toEqual(wrong);
  await ladder.close();
});

test('a device that is lost is left once, however many tell, and the last backend never', async () => {
  const made = options({}, { backends: ['webgpu', 'cpu'], only: 'webgpu' });
  const ladder = await openLadder(made);
  const { rung } = await ladder.trusted();
  expect(await Promise.all([ladder.leave(rung, 'lost'), ladder.leave(rung, 'lost')])).toEqual([true, true]);
  expect(made.started).toEqual(['webgpu', 'cpu']);
  expect(made.warn).toHaveBeenCalledTimes(1);
  const below = await ladder.trusted();
  expect(below.rung.backend).toBe('cpu');
  expect(await ladder.leave(below.rung, 'lost')).toBe(false);
  await ladder.close();
});

test('nothing is left running', async () => {
  const processes: EngineProcess[] = [];
  const start = async () => {
    const engine = processOf('right');
    processes.push(engine);
    return engine;
  };
  const ladder = await openLadder(options({}, { start }));
  await ladder.leave(ladder.current(), 'lost');
  await ladder.close();
  await Promise.all(processes.map(({ ended }) => ended));
});
