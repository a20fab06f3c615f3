import { expect, test } from 'vitest';
import type { ToleranceRules } from '#content/problem.ts';
import { agreementWith, disagreementOf, requireAgreement } from './agreement.ts';
import type { GradableGroup } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import type { AuthorCode, ReferenceEngine } from './reference.ts';

const close: ToleranceRules = {
  default: { kind: 'exact' },
  fields: { losses: { kind: 'allclose', rtol: 0.003, atol: 0, nan: 'reject' } },
};
const losses = (...values: number[]) => ({ losses: values });

test('a third of the tolerance is for the backends, and no more', () => {
  expect(disagreementOf(losses(1, 2), losses(1.0009, 2), close)).toBeNull();
  expect(disagreementOf(losses(1, 2), losses(1, 2.0021), close)).toMatchObject({
    kind: 'values',
    path: 'losses',
    worst: [{ index: [1], expected: '2', actual: '2.0021' }],
  });
});

test('what is expected exactly must be the same everywhere', () => {
  const exact: ToleranceRules = { default: { kind: 'exact' }, fields: {} };
  expect(disagreementOf(new Float32Array([1]), new Float32Array([1 + 2 ** -23]), exact)).not.toBeNull();
  expect(disagreementOf([1, Number.NaN], [1, Number.NaN], exact)).toBeNull();
});

test('exact quotients may differ by a third of what a tie may be missed by', () => {
  const rounded: ToleranceRules = {
    default: { kind: 'rounded', tie: 3e-3, dtype: 'Int8Array' },
    fields: {},
  };
  const quotients = (value: number) => new Float64Array([0.5, value]);
  expect(disagreementOf(quotients(126.5), quotients(126.5009), rounded)).toBeNull();
  expect(disagreementOf(quotients(126.5), quotients(126.502), rounded)).not.toBeNull();
});

test('where one backend gives something of another kind, that is told', () => {
  expect(disagreementOf(losses(1, 2), losses(1), close)).toEqual({
    kind: 'structure',
    path: 'losses',
    expected: 'an array of 2',
    actual: 'an array of 1',
  });
});

const code: AuthorCode = { slug: 'distill', runtime: 'tf', modules: {} };

function groupOf(expected: PlainData, change: Partial<GradableGroup> = {}): GradableGroup {
  const title = { en: '', zh: '' };
  const test = { name: '3-training/02', hint: null, description: null, args: [], heldOut: null, expected };
  return {
    ...{ name: '3-training', title, points: 100, sample: false, tolerance: close, fullFeedback: false },
    ...{ validator: false, tests: [test] },
    ...change,
  };
}

const nobody = () => Promise.reject(new Error('not asked for'));

function engine(name: 'wasm' | 'cpu', change: Partial<ReferenceEngine>): ReferenceEngine {
  return {
    backend: { name, device: 'made up' },
    generate: nobody,
    reference: nobody,
    validate: nobody,
    conformance: nobody,
    measure: nobody,
    passedOver: () => [],
    second: nobody,
    close: async () => undefined,
    ...change,
  };
}

test('publishing fails where another backend differs too much, and says where and by which values', async () => {
  const cpu = engine('cpu', { reference: async () => losses(0.5, 0.52) });
  const wasm = engine('wasm', { second: async () => cpu });
  await expect(requireAgreement(wasm, { code, groups: [groupOf(losses(0.5, 0.51))] })).rejects.toThrow(
    /^distill\/reference\/reference\.ts: expected outputs on wasm and cpu differ .* 3-training\/02: losses differs in 1 of 2 values: at \[1\] expected 0\.51, got 0\.52\.$/,
  );
  await requireAgreement(wasm, { code, groups: [groupOf(losses(0.5, 0.52))] });
});

test('a package that has nothing to do with tfjs opens no second backend', async () => {
  const plain: AuthorCode = { ...code, runtime: 'plain' };
  await requireAgreement(engine('wasm', {}), { code: plain, groups: [groupOf(losses(1))] });
});

test('students that two backends trained must each do for the other, by the validator’s word', async () => {
  const asked: unknown[] = [];
  const structure: ToleranceRules = { default: { kind: 'structure' }, fields: {} };
  const cpu = engine('cpu', {
    reference: async () => losses(2),
    validate: async (_code, { expected, output }) => {
      asked.push([expected, output]);
      return asked.length === 1
        ? { accepted: true }
        : { accepted: false, message: { en: 'worse', zh: '较差' } };
    },
  });
  const groups = [groupOf(losses(1), { validator: true, tolerance: structure })];
  const { disagreements } = await agreementWith(cpu, { code, groups });
  expect(asked).toEqual([
    [losses(1), losses(2)],
    [losses(2), losses(1)],
  ]);
  expect(disagreements).toEqual([
    { test: '3-training/02', failure: { kind: 'validator', message: { en: 'worse', zh: '较差' } } },
  ]);
});

test('what is the same to the bit is counted, and how near the rest comes is told', async () => {
  const cpu = engine('cpu', { reference: async () => losses(1.00001) });
  const groups = [groupOf(losses(1)), groupOf(losses(1.00001))];
  expect(await agreementWith(cpu, { code, groups })).toEqual({
    cases: 2,
    identical: 1,
    worstShare: expect.closeTo(1 / 300, 6),
    disagreements: [],
  });
});
