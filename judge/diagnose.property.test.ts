import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tolerance } from '#content/problem.ts';
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
  fc.record({
    test: fc.constant(test),
    accepted: fc.boolean(),
    output: fc.constantFrom(0, 1, 2, Number.NaN, '1', [1]),
    rules: fc.constantFrom(...rules).map((rule) => ({ default: rule, fields: {} })),
  });
const observations = fc.subarray(tests).chain((names) => fc.tuple(...names.map(observation)));

/** What a solution that is this very mistake is seen to do. */
function seenFrom({ right, outputs }: KnownMisconception): Observation[] {
  const exact = { default: { kind: 'exact' }, fields: {} } as const;
  return [
    ...right.map((name) => ({ test: name, accepted: true, output: -1, rules: exact })),
    ...Object.entries(outputs).map(([name, output]) => ({
      test: name,
      accepted: false,
      output,
      rules: exact,
    })),
  ];
}

test('accepted outputs are never diagnosed', () => {
  fc.assert(
    fc.property(observations, mistakes, (seen, known) => {
      const accepted = seen.map((one) => ({ ...one, accepted: true }));
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

test('what is named gave the same wrong output on every test that was rejected', () => {
  let timesNamed = 0;
  fc.assert(
    fc.property(observations, mistakes, (seen, known) => {
      const diagnosis = diagnose(seen, known);
      if (!diagnosis) return;
      timesNamed += 1;
      const named = known.find(({ id }) => id === diagnosis.id);
      const rejected = seen.filter((one) => !one.accepted && one.rules.default.kind !== 'structure');
      expect(rejected.length).toBeGreaterThan(0);
      for (const one of rejected) expect(named?.outputs[one.test]).toBe(one.output);
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
