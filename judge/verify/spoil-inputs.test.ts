import { expect, test, vi } from 'vitest';
import { hasSpoilt, spoilingInputs } from './spoil-inputs.ts';

async function load(javascript: string, entryPoints: string[]): Promise<Record<string, unknown>> {
  const source = spoilingInputs(javascript, { entryPoints });
  if (source === undefined) throw new Error('not wrapped');
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

const sum = 'export function sum(xs) { return xs.length === 0 ? 0 : xs[0] + sum(xs.slice(1)); }';

test('the answer is right, the arguments are not what they were, and it is said so', async () => {
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  const loaded = await load(sum, ['sum']);
  const given = [1, 2, 3];
  expect((loaded['sum'] as (xs: number[]) => number)(given)).toBe(6);
  expect(given).toEqual([2, 3, 4]);
  expect(printed.mock.calls.map(([line]) => hasSpoilt(String(line)))).toEqual([true]);
});

test('frozen arguments make it throw', async () => {
  const loaded = await load(sum, ['sum']);
  expect(() => (loaded['sum'] as (xs: readonly number[]) => number)(Object.freeze([1, 2]))).toThrow(
    TypeError,
  );
});

test.each([
  'export const twice = async (given) => given.n * 2;',
  'export async function twice(given) { return given.n * 2; }',
])('what a promise resolves to stays as it is: %s', async (javascript) => {
  const loaded = await load(javascript, ['twice']);
  const given = { n: 4 };
  vi.spyOn(console, 'log').mockReturnValue();
  expect(await (loaded['twice'] as (given: object) => Promise<number>)(given)).toBe(8);
  expect(given).toEqual({ n: 5 });
});

test('an export that is not written as a declaration is left alone', () => {
  expect(spoilingInputs('function f() {}\nexport { f };', { entryPoints: ['f'] })).toBeUndefined();
});
