import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { check } from './check.ts';
import type { KnownMisconception } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import type { Diagnosis } from './verdict.ts';

/** A test's output, with whether it was accepted and the rules it was compared by. */
export type Observation = { test: string; accepted: boolean; output: PlainData; rules: ToleranceRules };

/**
 * Names the one known mistake that gives the same output, within tolerance, on every test that was observed, right
 * ones included; null where none or several do. Tests whose values only a validator judges say nothing. Pure.
 */
export function diagnose(observations: Observation[], known: KnownMisconception[]): Diagnosis | null {
  const telling = observations.filter(({ rules }) => isTelling(rules));
  if (!telling.some((observation) => !observation.accepted)) return null;
  const [first, second] = known.filter((mistake) =>
    telling.every((observation) => agrees(observation, mistake)),
  );
  if (!first || second) return null;
  const { id, title, message } = first;
  return { id, title, message };
}

function agrees({ test, accepted, output, rules }: Observation, mistake: KnownMisconception): boolean {
  if (accepted) return mistake.right.includes(test);
  if (!Object.hasOwn(mistake.outputs, test)) return false;
  return check(mistake.outputs[test], output, betweenOutputs(rules)).accepted;
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
