import { expect, test } from 'vitest';
import { compute, expected, net, parts, simulated, swapped } from './ensembles-made-cheap.ts';

test('the error of the mean is the mean error less the spread', () => {
  expect(parts.ofMembers - parts.spread).toBeCloseTo(parts.ofMean, 12);
});

test('two networks that compute x average to one that computes 0', () => {
  const average = {
    into: net.into.map((weight, i) => (weight + (swapped.into[i] ?? 0)) / 2),
    out: net.out.map((weight, i) => (weight + (swapped.out[i] ?? 0)) / 2),
  };
  for (const x of [-2, -0.5, 0, 1, 3]) {
    expect(compute(net, x)).toBeCloseTo(x, 12);
    expect(compute(swapped, x)).toBeCloseTo(x, 12);
    expect(compute(average, x)).toBe(0);
  }
});

test('what the formulas say of averaged iterates is what the runs show', () => {
  const ran = simulated();
  // 200 runs: a root mean square has a relative error of 1/√400.
  for (const key of ['last', 'ema', 'mean'] as const)
    expect(Math.abs(ran[key] / expected[key] - 1)).toBeLessThan(3 / Math.sqrt(400));
});
