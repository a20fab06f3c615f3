import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { diagnose, type Observation } from './diagnose.ts';
import type { KnownMisconception } from './gradable-problem.ts';

const tests = ['a', 'b', 'c', 'd'];
const text = { en: 'en', zh: 'zh' };
const rules: Tolerance[] = [
  { kind: 'exact' },
  { kind: 'allclose', rtol: 1e-3, atol: 1e-6, nan: 'reject' },
  { kind: 'structure' },
];

// On each test a mistake is right, answers 0, 1 or 2, or gave nothing; so that mistakes meet each other often.
const behaviour = fc.record(
  Object.fromEntries(
    tests.map((name) => [name, fc.constantFrom<(number | 'right' | 'none')[]>('right', 'none', 0, 1, 2)]),
  ),
);
const mistakes = fc
  .array(behaviour, { minLength: 1, maxLength: 4 })
  .map((behaviours) => behaviours.map((answers, i) => toMistake(`m${i}`, answers)));

function toMistake(id: string, answers: Record<string, number | 'right' | 'none'>): KnownMisconception {
  const entries = Object.entries(answers);
  return {
    id,
    title: text,
    message: text,
    right: entries.filter(([, answer]) => answer === 'right').map(([name]) => name),
    outputs: Object.fromEntries(entries.filter(([, answer]) => typeof answer === 'number')),
  };
}

const observation = (test: string): fc.Arbitrary<Observation> =>
  fc
    .record({
      seen: fc.oneof(
        fc.constantFrom({ kind: 'right' as const }, { kind: 'silent' as const }),
        fc.constantFrom(0, 1, 2, Number.NaN, '1', [1]).map((output) => ({ kind: 'wrong' as const, output })),
      ),
      rule: fc.constantFrom(...rules),
    })
    .map(({ seen, rule }) => ({ test, rules: { default: rule, fields: {} }, ...seen }));
const observations = fc.subarray(tests).chain((names) => fc.tuple(...names.map(observation)));

/** What a solution that is this very mistake is seen to do. */
function seenFrom({ right, outputs }: KnownMisconception): Observation[] {
  const rules: ToleranceRules = { default: { kind: 'exact' }, fields: {} };
  return tests.map((test): Observation => {
    if (right.includes(test)) return { test, rules, kind: 'right' };
    return test in outputs
      ? { test, rules, kind: 'wrong', output: outputs[test] }
      : { test, rules, kind: 'silent' };
  });
}

test('accepted outputs are never diagnosed', () => {
  fc.assert(
    fc.property(observations, mistakes, (seen, known) => {
      const accepted = seen.map(({ test: name, rules }) => ({ test: name, rules, kind: 'right' }) as const);
      expect(diagnose(accepted, known)).toBeNull();
    }),
  );
});

test('a mistake is named as itself, or not at all', () => {
  fc.assert(
    fc.property(mistakes, (known) => {
      const [first] = known;
      if (first) expect([undefined, first.id]).toContain(diagnose(seenFrom(first), known)?.id);
    }),
  );
});

test('what is named gave the same wrong output on every test that was rejected, and none where there was none', () => {
  let timesNamed = 0;
  fc.assert(
    fc.property(observations, mistakes, (seen, known) => {
      const diagnosis = diagnose(seen, known);
      if (!diagnosis) return;
      timesNamed += 1;
      const named = known.find(({ id }) => id === diagnosis.id);
      const telling = seen.filter(({ rules: { default: rule } }) => rule.kind !== 'structure');
      expect(telling.filter(({ kind }) => kind === 'wrong')).not.toEqual([]);
      for (const one of telling) {
        if (one.kind === 'right') expect(named?.right).toContain(one.test);
        else expect(named?.outputs[one.test]).toBe(one.kind === 'wrong' ? one.output : undefined);
        if (one.kind === 'silent') expect(named?.right).not.toContain(one.test);
      }
    }),
    { numRuns: 2000 },
  );
  expect(timesNamed).toBeGreaterThan(0);
});

test('neither the order of the tests nor that of the mistakes changes what is said', () => {
  fc.assert(
    fc.property(observations, mistakes, (seen, known) => {
      expect(diagnose([...seen].reverse(), [...known].reverse())).toEqual(diagnose(seen, known));
    }),
  );
});
