import { expect, test } from 'vitest';
import { encodePlain, type PlainData } from './plain-data.ts';
import { rewriteImports, runSample, type Sample } from './samples.ts';

const sample = (args: PlainData, expected: PlainData): Sample => ({
  name: 'sample/1',
  args: encodePlain(args),
  expected: encodePlain(expected),
  tolerance: { default: { kind: 'exact' }, fields: {} },
});
const driver = {
  drive: (solution: unknown, args: unknown) => (solution as (args: unknown) => unknown)(args),
};

test('a right answer is accepted, a wrong one is told with its difference', async () => {
  expect(await runSample(sample(2, 4), driver, (x: number) => x * x)).toMatchObject({
    verdict: 'AC',
    output: '4',
  });
  const wrong = await runSample(sample(3, 9), driver, async (x: number) => x + x);
  expect(wrong).toMatchObject({
    verdict: 'WA',
    failure: { kind: 'values', worst: [{ expected: '9', actual: '6' }] },
  });
});

test('what the solution throws or prints is told', async () => {
  const result = await runSample(sample(1, 1), driver, (x: number) => {
    globalThis.console.log('x is', x, { y: 1n });
    throw new RangeError('too small');
  });
  expect(result).toMatchObject({
    verdict: 'RTE',
    failure: { kind: 'threw', name: 'RangeError', message: 'too small' },
  });
  expect(result.console).toMatch(/^x is 1 /);
});

test('what cannot be returned is told, and nothing passes by changing later', async () => {
  const answers = (value: unknown) => runSample(sample(1, { a: 1 }), driver, () => value);
  expect((await answers({ a: () => 1 })).failure).toMatchObject({ kind: 'not-plain' });
  expect((await answers(new Map([['a', 1]]))).failure).toMatchObject({ kind: 'not-plain' });
  let reads = 0;
  expect(
    (
      await answers({
        get a() {
          return ++reads;
        },
      })
    ).verdict,
  ).toBe('AC');
  expect(reads).toBe(1);
});

test('imports are pointed elsewhere, and strings that look like imports are not', async () => {
  const source =
    "import * as tf from '@tensorflow/tfjs';\nimport type {} from './signature.ts';\nconst text = \"import x from './signature.ts'\";\nexport { tf, text };";
  const rewritten = await rewriteImports(source, (name) => (name.startsWith('@') ? 'blob:tf' : undefined));
  expect(rewritten).toBe(source.replace('@tensorflow/tfjs', 'blob:tf'));
});
