import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { childProcesses } from '#tests/harness/sandbox.ts';
import { type CompileReply, type Compiler, openCompiler, type RecycleCause } from './compile.ts';
import { describeDiagnostic } from './describe.ts';

const signature =
  'export type Pair = { left: number; right: number };\nexport declare function add(pair: Pair): number;';
const good =
  "import type { Pair } from './signature.ts';\nexport function add(pair: Pair): number {\n  return pair.left + pair.right;\n}\n";

let compiler: Compiler;
beforeAll(async () => {
  compiler = await openCompiler({ size: 1, weakSandbox: false });
});
afterAll(() => compiler.close());

const compile = (source: string, runtime: 'plain' | 'tf' = 'plain') =>
  compiler.compile({ source, signature, entryPoints: ['add'], runtime });

function firstOf(reply: CompileReply) {
  if (reply.kind === 'compiled') throw new Error('expected diagnostics');
  return reply.diagnostics[0];
}

test('a source that comes after a quiet quarter of an hour is not blamed for it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const quiet = await openCompiler({ size: 2, weakSandbox: false });
  vi.advanceTimersByTime(15 * 60_000);
  vi.useRealTimers();
  const replies = [1, 2, 3].map(() =>
    quiet.compile({ source: good, signature, entryPoints: ['add'], runtime: 'plain' }),
  );
  expect((await Promise.all(replies)).map(({ kind }) => kind)).toEqual(['compiled', 'compiled', 'compiled']);
  await quiet.close();
});

test('a checker that dies while nobody asks it anything is replaced', async () => {
  const others = childProcesses();
  const own = () => childProcesses().filter((pid) => !others.includes(pid));
  const resting = await openCompiler({ size: 1, weakSandbox: false });
  const [first] = own();
  process.kill(Number(first), 'SIGKILL');
  await expect
    .poll(() => [own().filter((pid) => pid === first), resting.state()])
    .toEqual([[], { alive: 1, busy: 0 }]);
  await resting.close();
  expect(own()).toEqual([]);
});

test('a checker that has seen enough is replaced, and so is one that a source has stopped; both are told', async () => {
  const told: RecycleCause[] = [];
  const others = childProcesses();
  const own = () => childProcesses().filter((pid) => !others.includes(pid));
  const busy = await openCompiler({
    size: 1,
    weakSandbox: false,
    usesOfChecker: 2,
    onRecycle: (cause) => told.push(cause),
  });
  const compileHere = (source: string) =>
    busy.compile({ source, signature, entryPoints: ['add'], runtime: 'plain' });
  const first = own();
  expect(first).toHaveLength(1);
  expect((await compileHere(good)).kind).toBe('compiled');
  expect([told, own()]).toEqual([[], first]);
  expect((await compileHere(good)).kind).toBe('compiled');
  expect(told).toEqual(['worn']);
  await expect.poll(() => own().filter((pid) => first.includes(pid))).toEqual([]);
  expect((await compileHere(good)).kind).toBe('compiled');
  expect(firstOf(await compileHere(permutations))?.code).toBe('LIMIT');
  expect(told.slice(1)).toEqual([expect.stringMatching(/^(cpu|memory|wall)$/)]);
  await expect.poll(() => busy.state()).toEqual({ alive: 1, busy: 0 });
  await busy.close();
});

test('types are stripped and everything else stays in its place', async () => {
  const reply = await compile(good);
  if (reply.kind === 'rejected') throw new Error(JSON.stringify(reply.diagnostics));
  expect(reply.javascript.split('\n')[2]).toBe('  return pair.left + pair.right;');
  expect(reply.javascript).not.toMatch(/Pair/);
});

describe('what is wrong is told where it is', () => {
  test.each<[string, string, object]>([
    ['a wrong type', `${good}const x: number = 'a';`, { line: 5, column: 7, endColumn: 8, code: 'TS2322' }],
    [
      'after Chinese and emoji',
      `${good}const 名 = '剪枝🪓'; const x: number = 名;`,
      { line: 5, column: 25, code: 'TS2322' },
    ],
    ['a syntax error', 'export function add( {', { line: 1 }],
    [
      'a missing entry point',
      'export const other = 1;',
      { line: 1, column: 1, message: 'The solution must export add; its type is in signature.ts.' },
    ],
    [
      'an entry point that is not exported',
      '\nfunction add() { return 1; }',
      { line: 2, column: 10, message: expect.stringContaining('must export add') },
    ],
    [
      'an entry point that is only a type',
      'export type add = 1;',
      { line: 1, column: 13, message: expect.stringContaining('must export add') },
    ],
    [
      'an entry point of the wrong type',
      '\nexport function add(): string {\n  return "";\n}',
      { line: 2, column: 17, code: 'TS2322', message: expect.stringContaining("'string' is not assignable") },
    ],
    [
      'an entry point of the wrong type, exported by another name',
      "function sum() {\n  return '';\n}\nexport { sum as add };",
      { line: 4, column: 10, code: 'TS2322' },
    ],
    ['lines that end as on Windows', `${good.replaceAll('\n', '\r\n')}const x: number = 'a';`, { line: 5 }],
    ['an enum, which cannot be stripped', `${good}enum A { B }`, { line: 5, code: 'TS1294' }],
    [
      'strictness',
      'export function add(pair) { return pair.left + pair.right; }',
      { line: 1, code: 'TS7006' },
    ],
  ])('%s', async (_name, source, expected) => {
    expect(firstOf(await compile(source))).toMatchObject(expected);
  });
});

describe('nothing outside can be reached', () => {
  test.each([
    ['a file by reference path', '/// <reference path="/etc/passwd" />'],
    ['a file as JSON', "import data from '/proc/self/environ.json';\nexport const x = data;"],
    ['Node', "import fs from 'node:fs';\nexport const x = fs;"],
    ['types of Node', '/// <reference types="node" />'],
    ['the DOM', 'export const x = document.title;'],
    ['the network', "export const x = fetch('/');"],
    ['timers', 'setTimeout(() => undefined, 1);'],
    ['the DOM by reference', '/// <reference lib="dom" />\nexport const x = document;'],
    ['shared memory', 'export const x = new SharedArrayBuffer(1);'],
    ['what V8 does not have yet', 'export const x = Temporal;'],
    ['a module while running', "export const x = import('./signature.ts');"],
    ['a module while running, its name put together', 'export const x = import(String(1));'],
    ['tfjs’s inside', "import { tensor } from '@tensorflow/tfjs-core';\nexport const x = tensor;"],
    ['the file that checks the solution', "import './entry.ts';"],
    ['a module that the solution declares', "declare module 'fs' {}\nimport 'fs';"],
    ['by export', "export * from 'node:fs';"],
    ['by require', "import fs = require('fs');"],
    ['tfjs where the problem has none', "import * as tf from '@tensorflow/tfjs';\nexport const x = tf;"],
    ['the host’s own files', "import config from '/package.json';\nexport const x = config;"],
  ])('%s', async (_name, source) => {
    expect((await compile(`${source}\n${good}`)).kind).toBe('rejected');
  });
});

test('a refused import says what can be imported, and that alone', async () => {
  const reply = await compile(
    `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n${good}`,
  );
  if (reply.kind === 'compiled') throw new Error('expected diagnostics');
  expect(reply.diagnostics).toEqual([
    {
      line: 1,
      column: 31,
      endLine: 1,
      endColumn: 38,
      code: 'IMPORT',
      message: "Cannot import 'node:fs': only ./signature.ts can be imported here.",
    },
  ]);
});

test('a message quotes the source without its escapes and direction marks, and bounded', async () => {
  const evil = `\u202e\u2066\u001b[31m${'x'.repeat(10_000)}`;
  const reply = await compile(`const x: 'y' = '${evil}';\nexport const z: 'y' = x.${evil};\n${good}`);
  if (reply.kind === 'compiled') throw new Error('expected diagnostics');
  for (const { message } of reply.diagnostics) {
    expect(message).not.toMatch(/\p{Cf}|\p{Cc}/u);
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(2000);
  }
});

test('what one solution declares for everybody, the next one does not have', async () => {
  const declared = `declare global { var leaked: number; interface Number { leaked: 1 } }\n${good}`;
  expect((await compile(declared)).kind).toBe('compiled');
  expect(firstOf(await compile(`export const x = leaked;\n${good}`))).toMatchObject({
    line: 1,
    code: 'TS2304',
  });
});

test('a checker that is killed between two sources costs nobody anything', async () => {
  const replies = await Promise.all([compile(permutations), compile(good), compile(good)]);
  expect(replies.map(({ kind }) => kind)).toEqual(['rejected', 'compiled', 'compiled']);
  expect(replies[0]).toMatchObject({ diagnostics: [{ code: 'LIMIT' }] });
});

test('everything of the language that the isolate runs may be used', async () => {
  const source = `export const x = [new Set([1]).union(new Set([2])), new Float16Array(1), 10n ** 2n, RegExp.escape('x')];
export function f() { using y = { [Symbol.dispose]() {} }; return y; }
const unused = 1;
console.log(x, [1].values().map((v) => v).toArray());\n${good}`;
  expect((await compile(source)).kind).toBe('compiled');
});

test('tfjs has its types, chained operations too, where the problem has it', async () => {
  const source = `import * as tf from '@tensorflow/tfjs';\nexport const x = tf.zeros([2]).add(1).abs().dataSync();\n${good}`;
  expect((await compile(source, 'tf')).kind).toBe('compiled');
});

const permutations =
  'type P<U, V = U> = [U] extends [never] ? [] : U extends V ? [U, ...P<Exclude<V, U>>] : never;\n' +
  'export const x: P<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10> = 1;';

describe('a source that attacks the type checker is refused, and the next one is served', () => {
  test.each([
    ['64 KiB of 1+1+…', `export const x = ${'1+'.repeat(32_000)}1;`],
    ['types that exhaust memory', permutations],
    ['deep parentheses', `export const x = ${'('.repeat(20_000)}`],
    ['deep types', `export type X = ${'['.repeat(20_000)}1${']'.repeat(20_000)};`],
    ['20,000 errors', 'x;\n'.repeat(20_000)],
    ['more than 128 KiB', `// ${'x'.repeat(128 * 1024)}`],
    ['a recursive type', 'type F<N extends 0[]> = F<[...N, 0]>;\nexport const x: F<[]> = 1;'],
    ['NUL and control characters', '\0\u001b[31m\u202e'],
    ['half characters', "export const \ud800 = '\udfff';"],
    ['deep braces', '{'.repeat(50_000)],
    ['a deep chain of calls', `export const x = f${'(1)'.repeat(30_000)};`],
    ['a deep template', '`$\u007b'.repeat(15_000)],
    [
      'a wide union',
      `type A = ${Array.from({ length: 9000 }, (_, i) => `'${i}'`).join('|')};\ntype B = ` +
        '`$\u007bA}$\u007bA}$\u007bA}`' +
        ';\nexport const x: B = 1;',
    ],
    [
      'a type that grows twice each time',
      `type T0 = [1];\n${Array.from({ length: 40 }, (_, i) => `type T${i + 1} = [...T${i}, ...T${i}];`).join('\n')}\nexport const x: T40 = 1;`,
    ],
    [
      'a thousand overloads tried',
      `${Array.from({ length: 1200 }, (_, i) => `declare function f(x: ${i}, g: (y: ${i}) => void): void;`).join('\n')}\n${'f(1, (y) => f(y, (z) => f(z, () => {})));\n'.repeat(200)}x;`,
    ],
  ])('%s', async (_name, source) => {
    const reply = await compile(source);
    if (reply.kind === 'compiled') throw new Error('expected it to be refused');
    expect(reply.diagnostics.length).toBeLessThanOrEqual(50);
    for (const { message } of reply.diagnostics) expect(message.length).toBeLessThanOrEqual(8000);
    expect((await compile(good)).kind).toBe('compiled');
  });
});

test.each([
  ['a missing entry point', ''],
  ['an entry point of the wrong type', 'export const add = 1;'],
  ['a refused import', "import 'fs';"],
  ['an import while running', "export const x = import('fs');"],
  ['too much source', `// ${'x'.repeat(128 * 1024)}`],
  ['types that take too much', permutations],
  ['what the checker cannot take', `export type X = ${'['.repeat(20_000)}1${']'.repeat(20_000)};`],
])('%s is told in Chinese too', async (_name, source) => {
  const told = firstOf(await compile(source));
  expect(describeDiagnostic({ message: told?.message ?? '' }, 'zh')).toMatch(/\p{Script=Han}/u);
});
