import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { childProcesses } from '#tests/harness/sandbox.ts';
import {
  type AuthorCode,
  type AuthorCodeError,
  openReferenceEngine,
  type ReferenceEngine,
} from './reference.ts';

let engine: ReferenceEngine;
beforeAll(async () => {
  engine = await openReferenceEngine({
    weakSandbox: false,
    backend: 'wasm',
    callLimits: { cpuMs: 3000, wallMs: 10_000 },
  });
});
afterAll(() => engine.close());

const honest: AuthorCode = {
  slug: 'honest',
  runtime: 'plain',
  modules: {
    'reference/reference.ts': 'export function reference(args) { return { sum: args[0] + args[1] }; }',
  },
};

function reference(body: string, runtime: AuthorCode['runtime'] = 'plain'): Promise<unknown> {
  const modules = {
    'reference/reference.ts': `export async function reference(args, heldOut) {\n${body}\n}`,
  };
  return engine.reference({ slug: 'evil', runtime, modules }, { args: [1, 2], heldOut: 7 });
}

async function complaint(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return 'none';
  } catch (error) {
    const { code, slug, file, message } = error as AuthorCodeError;
    expect({ code, slug, file }).toEqual({
      code: 'AUTHOR_CODE',
      slug: 'evil',
      file: 'reference/reference.ts',
    });
    return message;
  }
}

describe('an honest author', () => {
  test('gets arguments, held-out data and tfjs, and answers with plain data', async () => {
    expect(await reference('return { args, heldOut, bits: new Float32Array([1, NaN]), zero: -0 };')).toEqual({
      args: [1, 2],
      heldOut: 7,
      bits: new Float32Array([1, Number.NaN]),
      zero: -0,
    });
    const code: AuthorCode = {
      slug: 'tf',
      runtime: 'tf',
      modules: {
        'reference/reference.ts': `import * as tf from '@tensorflow/tfjs';
          import { twice } from '../include/twice.ts';
          export const reference = async (args) => twice(await tf.tensor1d(args).sum().data());`,
        'include/twice.ts': 'export const twice = (array) => array.map((value) => 2 * value);',
      },
    };
    expect(await engine.reference(code, { args: [1, 2], heldOut: undefined })).toEqual(new Float32Array([6]));
    expect(engine.backend).toEqual({ name: 'wasm', device: expect.stringContaining('WebAssembly') });
  });

  test('finds the same random numbers for the same seed, Math.random included', async () => {
    const generate = (seed: number) =>
      engine.generate(
        {
          slug: 'random',
          runtime: 'plain',
          modules: {
            'generators/any.ts':
              'export const generate = ({ random, params }) => ({ args: [random(), random(), Math.random(), params] });',
          },
        },
        { generator: 'any', seed, params: { a: 1 } },
      );
    const first = await generate(5);
    expect(await generate(5)).toEqual(first);
    expect((await generate(6)).args).not.toEqual(first.args);
    expect(first.heldOut).toBeUndefined();
  });

  test('has the validator’s word in both languages', async () => {
    const validate = (body: string) =>
      engine.validate(
        {
          slug: 'evil',
          runtime: 'plain',
          modules: { 'output_validator/check.ts': `export function check({ output }) { ${body} }` },
        },
        { args: null, heldOut: null, expected: null, output: 3 },
      );
    expect(await validate('return { accepted: output === 3 };')).toEqual({ accepted: true });
    expect(await validate('return { accepted: false, message: { en: "low", zh: "低" } };')).toEqual({
      accepted: false,
      message: { en: 'low', zh: '低' },
    });
    for (const body of ['return true;', 'return {};', 'return { accepted: 1 };', 'throw new Error("no")']) {
      await expect(validate(body)).rejects.toThrow('evil/output_validator/check.ts: ');
    }
  });
});

describe('an author whose code fails is told so, and nobody else is troubled', () => {
  afterEach(async () => {
    expect(await engine.reference(honest, { args: [1, 2], heldOut: undefined })).toEqual({ sum: 3 });
    expect(await reference('return 1;')).toBe(1);
  });

  test.each<[string, string, RegExp]>([
    ['it throws', 'throw new RangeError("no such thing");', /RangeError: no such thing\n.*reference\.ts:2/],
    ['it throws nothing', 'throw null;', /: null$/],
    ['it never ends', 'for (;;);', /more than 3 seconds of CPU/],
    ['it never settles', 'return new Promise(() => undefined);', /it crashed/],
    ['it sleeps', 'return new Promise((done) => setTimeout(done, 60_000));', /more than 10 seconds/],
    ['it leaves', 'process.exit(0);', /it crashed/],
    ['it answers with a function', 'return { f: () => 1 };', /f: a function is not plain data/],
    [
      'it answers with too much',
      'return Array.from({ length: 20 }, () => "x".repeat(2 ** 23));',
      /larger than 128 MiB/,
    ],
    ['it imports what it may not', 'return import("node:fs");', /reference\/reference\.ts: /],
    [
      'it reads a file',
      'return process.getBuiltinModule("fs").readFileSync("/etc/passwd", "utf8");',
      /Access to this API has been restricted/,
    ],
    [
      'it starts a program',
      'return process.getBuiltinModule("child_process").execSync("id").toString();',
      /Access to this API has been restricted/,
    ],
  ])('%s', async (_title, body, said) => {
    expect(await complaint(reference(body))).toMatch(said);
  });

  test('it answers by itself and computes on: it is ended, and the next call has a process of its own', async () => {
    const modules = {
      'reference/reference.ts': `export function reference(restless) {
          if (!restless) return 'fine';
          const text = JSON.stringify({ kind: 'value', value: '"forged"' });
          const frame = Buffer.alloc(4 + text.length);
          frame.writeUInt32BE(text.length);
          frame.write(text, 4);
          process.getBuiltinModule('fs').writeSync(3, frame);
          for (;;);
        }`,
    };
    const call = (restless: boolean) =>
      engine.reference({ slug: 'restless', runtime: 'plain', modules }, { args: restless, heldOut: null });
    // Takes the process that was ready for whoever comes first.
    await engine.reference(honest, { args: [1, 2], heldOut: undefined });
    const others = childProcesses();
    expect(await call(false)).toBe('fine');
    const own = childProcesses().filter((pid) => !others.includes(pid));
    expect(own).toHaveLength(1);
    expect(await call(true)).toBe('forged');
    // First it has its three seconds of CPU, which take long where many want a core.
    await expect
      .poll(() => childProcesses().filter((pid) => own.includes(pid)), { timeout: 50_000 })
      .toEqual([]);
    expect(await call(false)).toBe('fine');
  });

  test('it calls out', async () => {
    const body = `const net = process.getBuiltinModule("net");
      return new Promise((done, fail) => net.connect(80, "1.1.1.1").on("connect", () => done("out")).on("error", fail));`;
    expect(await complaint(reference(body))).toMatch(/connect ENOSYS/);
  });

  test('it asks for the environment', async () => {
    expect(await reference('return { ...process.env };')).toEqual({ PWD: '/' });
  });

  test('it imports a file that the package does not have', async () => {
    const modules = { 'reference/reference.ts': "import '../../other/secret.ts';" };
    const answer = engine.reference(
      { slug: 'evil', runtime: 'plain', modules },
      { args: null, heldOut: null },
    );
    expect(await complaint(answer)).toMatch(/which the package does not have/);
  });

  test('it changes what another author’s code stands on', async () => {
    const poison = 'Array.prototype.map = () => "poisoned"; Object.prototype.sum = "poisoned";';
    const modules = { 'reference/reference.ts': `export function reference() { ${poison} }` };
    await engine.reference({ slug: 'poisoner', runtime: 'plain', modules }, { args: null, heldOut: null });
    const answer = await engine.reference(
      {
        slug: 'other',
        runtime: 'plain',
        modules: {
          'reference/reference.ts':
            'export const reference = (args) => ({ all: args.map((x) => x), sum: {}.sum });',
        },
      },
      { args: [1], heldOut: null },
    );
    expect(answer).toEqual({ all: [1], sum: undefined });
  });
});

test('more packages than processes are kept: each still gets its own answers', async () => {
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, i) =>
      engine.reference({ ...honest, slug: `package-${i}` }, { args: [i, i], heldOut: undefined }),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 9 }, (_, i) => ({ sum: 2 * i })));
});
