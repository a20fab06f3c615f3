import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCompiler, type WatchedCompiler } from '../compile.ts';
import { combine, makeMutants } from './make.ts';

let compiler: WatchedCompiler;
beforeAll(async () => {
  compiler = await openCompiler({ size: 1, weakSandbox: false });
});
afterAll(() => compiler.close());

const mutantsOf = (source: string) => makeMutants([{ file: 'accepted/a.ts', source }], compiler);
const named = async (source: string) => (await mutantsOf(source)).map(({ name }) => name);

test('every comparison, operator, constant, condition, argument and statement is changed, at its line and column', async () => {
  const source = [
    'export function f(a: number, b = true): number {',
    '  if (a < 2) return -a;',
    '  g(a, 3n);',
    '  return b && a > 1 ? Math.abs(a) : a;',
    '}',
  ].join('\n');
  expect(await named(source)).toEqual([
    '1:34 true → false',
    '2:7 a < 2 → true',
    '2:7 a < 2 → false',
    '2:9 < → <=',
    '2:9 < → >=',
    '2:11 2 → 3',
    '2:11 2 → 1',
    '2:21 -a → a',
    '3:3 drop g(a, 3n);',
    '3:5 swap a and 3n',
    '3:8 3n → 4n',
    '3:8 3n → 2n',
    '4:10 b && a > 1 → true',
    '4:10 b && a > 1 → false',
    '4:10 b && a > 1 → b',
    '4:10 b && a > 1 → a > 1',
    '4:12 && → ||',
    '4:17 > → >=',
    '4:17 > → <=',
    '4:19 1 → 2',
    '4:19 1 → 0',
    '4:23 Math.abs(a) → (a)',
  ]);
});

test('arguments that mean the same in any order are not swapped', async () => {
  const source =
    'export const f = (a: number, b: number) => Math.min(a, b) + tf.add(a, b) + tf.sub(a, b) + mul(a, b);';
  const swaps = (await named(source)).filter((name) => name.includes('swap'));
  expect(swaps).toEqual(['1:83 swap a and b', '1:95 swap a and b']);
});

test('letters of other languages before it do not move a change', async () => {
  const source = "const 名字 = '阈值 · 𝄞'; /* ≤ 阈值 */ export const f = (x: number): boolean => x < 1;";
  const [mutant] = (await mutantsOf(source)).filter(({ name }) => name.endsWith('< → <='));
  expect(mutant?.source).toBe(source.replace('x < 1', 'x <= 1'));
  expect(mutant?.column).toBe(source.indexOf('< 1') + 1);
});

test('types, imports, messages of errors and fallbacks that are never reached stay as they are', async () => {
  const source = [
    "import { x } from './signature.ts';",
    'type Two = 2;',
    'export const f = (xs: Two[]): number => {',
    "  if (xs.length === 0) throw new RangeError('got ' + (1 + 1));",
    '  return (xs[0] ?? 5) as 2;',
    '};',
  ].join('\n');
  expect(await named(source)).toEqual([
    '4:7 xs.length === 0 → true',
    '4:7 xs.length === 0 → false',
    '4:17 === → !==',
    '4:21 0 → 1',
    "4:24 drop throw new RangeError('got ' + (1 + 1));",
    '5:11 xs[0] ?? 5 → 5',
    '5:14 0 → 1',
  ]);
});

test('two changes at once, unless they touch', async () => {
  const solution = { file: 'accepted/a.ts', source: 'export const f = (x: number) => x * 2 + 1;' };
  const mutants = await mutantsOf(solution.source);
  const find = (ending: string) => {
    const found = mutants.find(({ name }) => name.endsWith(ending));
    if (!found) throw new Error(`no ${ending}`);
    return found;
  };
  expect(combine(find('+ → -'), find('2 → 3'), solution)).toMatchObject({
    name: '1:37 2 → 3 and 1:39 + → -',
    source: 'export const f = (x: number) => x * 3 - 1;',
  });
  expect(combine(find('2 → 3'), find('2 → 1'), solution)).toBeUndefined();
});

test('a source that is no TypeScript ends its parser, not the one for the next', async () => {
  await expect(mutantsOf('export const = <;')).rejects.toMatchObject({ code: 'UNPARSED' });
  expect(await named('export const f = true;')).toEqual(['1:18 true → false']);
});
