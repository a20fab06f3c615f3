import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { check } from './check.ts';
import type { GradableProblem, KnownMisconception } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import type { Suspected } from './so-far.ts';
import type { Diagnosis } from './verdict.ts';

/**
 * What was seen of a solution in a test: that it is right, what it answered in place of that, or that it gave no answer:
 * it threw, ran out, or the test was never run since the sandbox had died. `rules` are those it was compared by.
 */
export type Observation = { test: string; rules: ToleranceRules } & (
  | { kind: 'right' }
  | { kind: 'wrong'; output: PlainData }
  | { kind: 'silent' }
);

/** Which known mistakes are still possible after each observation. It keeps none of the outputs: they may be large. */
export type Suspicion = {
  observe(observation: Observation): void;
  read(): Suspected;
  /**
   * The one known mistake that gives the same output, within tolerance, on every test, right ones included; null where none
   * or several do. Where there is no answer only a mistake fits that has none either, and no answers at all are no evidence.
   * Tests whose values only a validator judges say nothing, as long as there is an answer.
   */
  diagnosis(): Diagnosis | null;
};

/** `before`: what observations made elsewhere have come to. */
export function suspect(known: KnownMisconception[], before?: Suspected): Suspicion {
  let possible = before ? known.filter(({ id }) => before.possible.includes(id)) : known;
  let answeredWrongly = before?.answeredWrongly ?? false;
  return {
    read: () => ({ possible: possible.map(({ id }) => id), answeredWrongly }),
    observe(observation) {
      if (!isTelling(observation.rules)) {
        // What a mistake does there is not kept: it may well answer.
        if (observation.kind === 'silent') possible = [];
        return;
      }
      answeredWrongly ||= observation.kind === 'wrong';
      possible = possible.filter((mistake) => agrees(observation, mistake));
    },
    diagnosis() {
      const [first, second] = possible;
      if (!answeredWrongly || !first || second) return null;
      const { id, title, message } = first;
      return { id, title, message };
    },
  };
}

/** {@link suspect} of all observations at once. Pure. */
export function diagnose(observations: Observation[], known: KnownMisconception[]): Diagnosis | null {
  const suspicion = suspect(known);
  for (const observation of observations) suspicion.observe(observation);
  return suspicion.diagnosis();
}

/** The other known mistakes that answer as this one does on every test, so that neither is ever named. */
export function answeringAlike(id: string, { groups, misconceptions }: GradableProblem): string[] {
  const mistake = misconceptions.find((known) => known.id === id);
  if (!mistake) return [];
  const suspicion = suspect(misconceptions);
  // What it answers where a validator judges the values was not kept.
  for (const { tests, tolerance: rules } of groups.filter(({ tolerance }) => isTelling(tolerance)))
    for (const { name: test } of tests) {
      const output = mistake.outputs[test];
      if (mistake.right.includes(test)) suspicion.observe({ test, rules, kind: 'right' });
      else if (Object.hasOwn(mistake.outputs, test))
        suspicion.observe({ test, rules, kind: 'wrong', output });
      else suspicion.observe({ test, rules, kind: 'silent' });
    }
  return suspicion.read().possible.filter((other) => other !== id);
}

function agrees(seen: Observation, { right, outputs }: KnownMisconception): boolean {
  const { test } = seen;
  if (seen.kind === 'right') return right.includes(test);
  const answers = Object.hasOwn(outputs, test);
  if (seen.kind === 'silent') return !answers && !right.includes(test);
  return answers && check(outputs[test], seen.output, betweenOutputs(seen.rules)).accepted;
}

/** Whether outputs can be told apart by comparing them: not where a validator judges the values. */
export function isTelling(rules: ToleranceRules): boolean {
  return [rules.default, ...Object.values(rules.fields)].every((rule) => rule.kind !== 'structure');
}

// Both sides are outputs here: rounded integers must be the same, and NaN is a mark of the mistake like any other.
function betweenOutputs(rules: ToleranceRules): ToleranceRules {
  const between = (rule: Tolerance): Tolerance => {
    if (rule.kind === 'rounded') return { kind: 'exact' };
    return rule.kind === 'allclose' ? { ...rule, nan: 'equal' } : rule;
  };
  const fields = Object.entries(rules.fields).map(([path, rule]) => [path, between(rule)] as const);
  return { default: between(rules.default), fields: Object.fromEntries(fields) };
}
