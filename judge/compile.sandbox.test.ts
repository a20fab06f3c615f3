import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompileReply, type Compiler, openCompiler } from './compile.ts';

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
      { line: 1, message: expect.stringContaining('must export add') },
    ],
    [
      'an entry point of the wrong type',
      '\nexport function add(): string {\n  return "";\n}',
      { line: 2, column: 17, code: 'TS2322' },
    ],
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
    ['tfjs where the problem has none', "import * as tf from '@tensorflow/tfjs';\nexport const x = tf;"],
    ['the host’s own files', "import config from '/package.json';\nexport const x = config;"],
  ])('%s', async (_name, source) => {
    expect((await compile(`${source}\n${good}`)).kind).toBe('rejected');
  });
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
  ])('%s', async (_name, source) => {
    const reply = await compile(source);
    if (reply.kind === 'compiled') throw new Error('expected it to be refused');
    expect(reply.diagnostics.length).toBeLessThanOrEqual(50);
    for (const { message } of reply.diagnostics) expect(message.length).toBeLessThanOrEqual(8000);
    expect((await compile(good)).kind).toBe('compiled');
  });
});
