import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStripped } from './is-stripped.ts';

const strip = (source: string) => stripTypeScriptTypes(source, { mode: 'strip' });

test.each([
  [
    'types, interfaces and assertions',
    'interface A { x: 1 }\nexport const f = (a: A): number => a.x as number;\n',
  ],
  ['a return type over two lines', 'const f = (a: number):\n number => a;'],
  ['type parameters over three lines', 'const f = async <\nT\n>(a: T) => a;'],
  ['a statement that a bracket follows', 'let a = 1\ntype X = 1\n(a)\n'],
  ['a modifier before a generator', 'class A { x = 1\n private *g() {} }'],
  [
    'Chinese and emoji within types',
    'type 名 = "é剪🪓"; const x: "é剪🪓" = "é剪🪓"; let 名2 = x as "剪🪓é";',
  ],
  ['lines that end as on Windows', 'type A = {\r\n a: 1\r\n};\r\nlet z: A;'],
  ['separators of lines and paragraphs', 'type A = {\u2028 a: 1\u2029};let z=1;'],
  ['a byte order mark', '\ufefflet a: number = 1;'],
  ['half an emoji', 'let a: string = "\ud800";'],
  ['this file', readFileSync(new URL(import.meta.url), 'utf8')],
])('what was stripped is known as such: %s', (_title, source) => {
  expect(isStripped(source, strip(source))).toBe(true);
});

test('no letter, digit or sign can be put anywhere, added or left out', () => {
  const source = 'export function f(a: number): number {\n  return a + 1;\n}\n';
  const javascript = strip(source);
  fc.assert(
    fc.property(
      fc.nat(javascript.length - 1),
      fc.string({ minLength: 1, maxLength: 1 }).filter((character) => !' ;()'.includes(character)),
      (at, character) => {
        const [before, after] = [javascript.slice(0, at), javascript.slice(at + 1)];
        const same = javascript[at] === character || source[at] === character;
        expect(isStripped(source, `${before}${character}${after}`)).toBe(same);
        expect(isStripped(source, `${before}${character}${javascript.slice(at)}`)).toBe(false);
        expect(isStripped(source, `${before}${after}`)).toBe(false);
      },
    ),
  );
});
