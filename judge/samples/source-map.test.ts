import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { originalPlace } from './source-map.ts';

const source = [
  'type Pair = {',
  '  left: number;',
  '};',
  'interface Other { x: 1 }',
  '',
  'export function solve(pair: Pair): number {',
  "  const name: string = '剪枝'; throw new RangeError(name);",
  '}',
].join('\n');

const { code } = transformSync(source, { loader: 'ts', sourcemap: 'inline', sourcefile: 'solution.ts' });

const placeIn = (text: string, part: string) => {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

test('lines that went with their types are counted again', () => {
  expect(placeIn(code, 'new RangeError').line).toBeLessThan(7);
  expect(originalPlace(code, placeIn(code, 'new RangeError'))).toEqual(placeIn(source, 'new RangeError'));
  expect(originalPlace(code, placeIn(code, 'function solve')).line).toBe(6);
});

test('a comment that only looks like a map is none', () => {
  const broken = [
    'AAAA',
    '====',
    btoa('{}'),
    btoa('{"mappings": 1}'),
    btoa('{"mappings": ";;!!,A,ACC,~~~~~"}'),
  ];
  for (const text of broken) {
    const javascript = `throw 1;\n//# sourceMappingURL=data:application/json;base64,${text}`;
    expect(originalPlace(javascript, { line: 1, column: 7 })).toEqual({ line: 1, column: 7 });
  }
});

test('without a map a place is what it is', () => {
  expect(originalPlace('throw 1;\n', { line: 1, column: 7 })).toEqual({ line: 1, column: 7 });
  expect(originalPlace(code, { line: 999, column: 1 })).toEqual({ line: 999, column: 1 });
});
