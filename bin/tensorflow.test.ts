import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommandFailure } from './failure.ts';
import { provideTensorflow } from './tensorflow.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'whetstone-tensorflow-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const never = new AbortController().signal;
const setUp = (install: () => Promise<unknown>, hasGpu = true) => ({
  folder: join(home, 'tensorflow'),
  hasGpu,
  install: vi.fn(install),
});

test('a machine without an NVIDIA GPU downloads nothing', async () => {
  const there = setUp(async () => undefined, false);
  await provideTensorflow(never, there);
  expect(there.install).not.toHaveBeenCalled();
  expect(existsSync(there.folder)).toBe(false);
});

test('with one it is installed in a folder of its own, in the version that we name', async () => {
  const there = setUp(async () => undefined);
  await provideTensorflow(never, there);
  expect(there.install).toHaveBeenCalledWith(
    there.folder,
    '@tensorflow/tfjs-node-gpu@4.22.0',
    expect.any(AbortSignal),
  );
  expect(JSON.parse(readFileSync(join(there.folder, 'package.json'), 'utf8'))).toEqual({
    private: true,
    allowScripts: { '@tensorflow/tfjs-node-gpu': true },
  });
});

test('an installation that fails is a warning, and is not tried at every start', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const there = setUp(() => Promise.reject(new CommandFailure('npm failed:\n\nENOTFOUND storage')));
  await provideTensorflow(never, there);
  await provideTensorflow(never, there);
  expect(there.install).toHaveBeenCalledTimes(1);
  expect(said).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/ENOTFOUND storage.*To try again, remove/),
  );
  expect(readFileSync(join(there.folder, 'failed.txt'), 'utf8')).toContain('ENOTFOUND');
});

test('an installation that was stopped half-way is not taken for whole: the next start begins it anew, and no later one', async () => {
  const stop = new AbortController();
  const inside = () => join(home, 'tensorflow/node_modules/@tensorflow/tfjs-node-gpu');
  const stopped = setUp(async () => {
    mkdirSync(join(inside(), 'half'), { recursive: true });
    stop.abort();
    stop.signal.throwIfAborted();
  });
  await expect(provideTensorflow(stop.signal, stopped)).rejects.toThrow(/aborted/);
  const again = setUp(async () => void mkdirSync(inside(), { recursive: true }));
  await provideTensorflow(never, again);
  await provideTensorflow(never, again);
  expect(again.install).toHaveBeenCalledTimes(1);
  expect(readdirSync(inside())).toEqual([]);
});
