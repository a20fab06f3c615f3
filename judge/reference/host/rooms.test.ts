import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineProcess } from './engine-process.ts';
import { openRooms } from './rooms.ts';

function play() {
  const ended = Promise.withResolvers<void>();
  const engine: EngineProcess = {
    device: 'played',
    ask: async () => ({ kind: 'value', value: '1' }),
    kill: vi.fn(() => ended.resolve()),
    ended: ended.promise,
  };
  return engine;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

const unhandled = vi.fn();
beforeEach(() => void process.on('unhandledRejection', unhandled));
afterEach(() => void process.off('unhandledRejection', unhandled));

test('a tenant whose process does not start is told so, and nobody else is, though others have made it give up its room', async () => {
  const failing = Promise.withResolvers<EngineProcess>();
  const starts = [failing.promise];
  const start = async () => starts.shift() ?? play();
  const rooms = openRooms(play(), start);
  await rooms.use('first', async () => 1);
  const told = expect(rooms.use('second', async () => 2)).rejects.toThrow('the backend does not open');
  for (const tenant of ['a', 'b', 'c', 'd']) expect(await rooms.use(tenant, async () => tenant)).toBe(tenant);
  failing.reject(new Error('the backend does not open'));
  await told;
  await settled();
  expect(unhandled).not.toHaveBeenCalled();
  await rooms.close();
});

test('the process of a tenant who has given up his room is ended when his turn is over, the one he has by then', async () => {
  const engines: EngineProcess[] = [];
  const start = async () => {
    const engine = play();
    engines.push(engine);
    return engine;
  };
  const rooms = openRooms(await start(), start);
  const turn = Promise.withResolvers<void>();
  const using = rooms.use('first', async (room) => {
    await turn.promise;
    await room.restart();
    return room.engine;
  });
  for (const tenant of ['a', 'b', 'c', 'd']) await rooms.use(tenant, async () => 1);
  await settled();
  expect(engines.filter((engine) => vi.mocked(engine.kill).mock.calls.length > 0)).toEqual([]);
  turn.resolve();
  const last = await using;
  await settled();
  expect(last.kill).toHaveBeenCalled();
  await rooms.close();
});
