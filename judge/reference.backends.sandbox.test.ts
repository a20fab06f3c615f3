/** What holds on every backend; the path over a GPU is tried on a software adapter, which Chromium brings. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BackendName } from './backend.ts';
import { rowsOutside } from './conformance.ts';
import type { Log } from './log.ts';
import { type AuthorCode, openReferenceEngine, type ReferenceEngine } from './reference.ts';

const opened: ReferenceEngine[] = [];
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
});

async function open(backend: BackendName, log?: Log): Promise<ReferenceEngine> {
  const engine = await openReferenceEngine({ weakSandbox: false, backend, ...(log && { log }) });
  opened.push(engine);
  return engine;
}

function run(engine: ReferenceEngine, body: string, slug = 'any'): Promise<unknown> {
  const source = `import * as tf from '@tensorflow/tfjs';\nexport async function reference(args) {\n${body}\n}`;
  const code: AuthorCode = { slug, runtime: 'tf', modules: { 'reference/reference.ts': source } };
  return engine.reference(code, { args: [3, 4], heldOut: undefined });
}

describe.each<BackendName>(['cpu', 'wasm', 'webgpu-software'])('%s', (backend) => {
  test('computes, reads back at once or later, and trains', async () => {
    const engine = await open(backend);
    expect(engine.backend.name).toBe(backend);
    expect(await run(engine, 'return tf.getBackend();')).toBe(backend.replace('-software', ''));
    expect(await run(engine, 'return Array.from(tf.square(tf.tensor1d(args)).dataSync());')).toEqual([9, 16]);
    expect(await run(engine, 'return Array.from(await tf.square(tf.tensor1d(args)).data());')).toEqual([
      9, 16,
    ]);
    expect(await run(engine, 'return tf.tensor1d(args).greater(3).dataSync();')).toEqual(
      new Uint8Array([0, 1]),
    );
    const training = `const w = tf.variable(tf.scalar(1));
      const optimizer = tf.train.sgd(0.25);
      const losses = args.map((target) => optimizer.minimize(() => tf.square(tf.sub(w, target)), true).dataSync()[0]);
      return { losses, w: w.dataSync()[0] };`;
    expect(await run(engine, training)).toEqual({ losses: [4, 4], w: 3 });
  });

  test('is held against plain arithmetic and found right', async () => {
    const engine = await open(backend);
    const conformance = await engine.conformance();
    expect(rowsOutside(conformance)).toEqual([]);
    expect(conformance.rows.length).toBeGreaterThan(20);
    expect(conformance.device).toBe(engine.backend.device);
  });

  test('does what it has no kernel for by way of plain JavaScript', async () => {
    const engine = await open(backend);
    // WebAssembly lacks the gradients of convolution and gather, WebGPU `unique`.
    const body = `const picture = tf.ones([1, 3, 3, 1]);
      const filter = tf.grad((w) => tf.conv2d(picture, w, 1, 'valid').sum())(tf.ones([2, 2, 1, 1]));
      const picked = tf.grad((x) => tf.gather(x, tf.tensor1d([1, 1, 2], 'int32')).sum())(tf.tensor1d([5, 6, 7]));
      const { values } = tf.unique(tf.tensor1d([3, 1, 3]));
      return [filter, picked, values].map((tensor) => Array.from(tensor.dataSync()));`;
    expect(await run(engine, body)).toEqual([
      [4, 4, 4, 4],
      [0, 2, 1],
      [3, 1],
    ]);
  });
});

describe('a device that fails', () => {
  const lossy = {
    'is lost': 'tf.backend().device?.destroy();',
    'is asked for more than it has': 'tf.backend().device?.createBuffer({ size: 2 ** 45, usage: 128 });',
    'takes the process along, twice': "if (tf.getBackend() === 'webgpu') process.exit(3);",
  };

  test.each(Object.entries(lossy))(
    '%s: the run is repeated on the next backend, with a warning',
    async (_, body) => {
      const log = vi.fn<Log>();
      const engine = await open('webgpu-software', log);
      const answer = run(
        engine,
        `${body}\nreturn [tf.getBackend(), ...tf.square(tf.tensor1d(args)).dataSync()];`,
      );
      expect(await answer).toEqual(['wasm', 9, 16]);
      expect(engine.backend.name).toBe('wasm');
      expect(log).toHaveBeenCalledExactlyOnceWith(
        'warn',
        'the reference engine leaves its backend for the next',
        { backend: 'webgpu-software', why: expect.any(String) },
      );
      expect(engine.passedOver()).toEqual([{ backend: 'webgpu-software', why: expect.any(String) }]);
      expect(await run(engine, 'return tf.getBackend();', 'another')).toBe('wasm');
    },
  );

  test('what others had at work on it is repeated, too', async () => {
    const engine = await open('webgpu-software');
    const busy =
      "while (tf.getBackend() === 'webgpu') tf.square(tf.tensor1d(args)).dataSync();\nreturn tf.getBackend();";
    const others = [run(engine, busy, 'one'), run(engine, busy, 'two')];
    expect(await run(engine, `${lossy['is lost']}\nreturn tf.getBackend();`)).toBe('wasm');
    expect(await Promise.all(others)).toEqual(['wasm', 'wasm']);
  });

  test('an author’s own mistake is no reason to leave it', async () => {
    const engine = await open('webgpu-software');
    await expect(run(engine, 'throw new Error("mine");')).rejects.toThrow(
      'any/reference/reference.ts: Error: mine',
    );
    expect(engine.backend.name).toBe('webgpu-software');
  });
});

test('where the backend that is asked for is not here, that is said', async () => {
  const opening = open('tensorflow');
  // A machine that has it is welcome.
  const said = await opening.then(
    () => 'the reference engine’s backend tensorflow',
    (error: Error) => error.message,
  );
  expect(said).toMatch(/^the reference engine.s backend tensorflow/);
});

test('a second opinion comes from another backend', async () => {
  const [wasm, cpu] = [await open('wasm'), await open('cpu')];
  expect((await wasm.second()).backend.name).toBe('cpu');
  expect((await cpu.second()).backend.name).toBe('wasm');
});
