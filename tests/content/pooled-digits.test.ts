import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pooledDigits } from './pooled-digits.ts';

test('the digits of the distillation problem are those of the mnist package', () => {
  const data = readFileSync(
    new URL('../../content/problems/distill/generators/digits-data.ts', import.meta.url),
    'utf8',
  );
  expect(data.match(/`([^`]*)`/)?.[1]?.replaceAll('\n', '')).toBe(pooledDigits(100));
});
