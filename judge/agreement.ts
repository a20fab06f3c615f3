import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { check, errorMargin } from './check.ts';
import { describeFailure } from './describe.ts';
import type { GradableGroup, GradableTest } from './gradable-problem.ts';
import { encodePlain, type PlainData } from './plain-data.ts';
import { type AuthorCode, AuthorCodeError, type ReferenceEngine } from './reference.ts';
import type { Failure } from './verdict.ts';

/** What of the tolerance two backends may differ by: the rest is the solver's. */
const allowedShare = 1 / 3;

/** A case whose expected outputs on two backends are too far apart, or that one backend's validator refuses. */
export type Disagreement = { test: string; failure: Failure };

/** How near a second backend's expected outputs come to the first's. */
export type Agreement = {
  /** Cases that were computed on both. */
  cases: number;
  /** Of these, those that are the same to the bit. */
  identical: number;
  /** The worst error as a share of the tolerance. */
  worstShare: number;
  disagreements: Disagreement[];
};

/** Computes the expected outputs once more on another backend, and holds them against those that are there. */
export async function agreementWith(
  engine: ReferenceEngine,
  { code, groups }: { code: AuthorCode; groups: GradableGroup[] },
): Promise<Agreement> {
  const agreement: Agreement = { cases: 0, identical: 0, worstShare: 0, disagreements: [] };
  for (const group of groups) {
    for (const test of group.tests) {
      const { args, heldOut } = test;
      const output = await engine.reference(code, { args, heldOut });
      const failure = disagreementOf(test.expected, output, group.tolerance);
      agreement.cases += 1;
      if (encodePlain(test.expected) === encodePlain(output)) agreement.identical += 1;
      else if (failure) agreement.disagreements.push({ test: test.name, failure });
      else {
        const share = errorMargin(test.expected, output, comparable(group.tolerance, 1));
        agreement.worstShare = Math.max(agreement.worstShare, share);
        if (group.validator)
          agreement.disagreements.push(...(await validated(engine, { code, test, output })));
      }
    }
  }
  return agreement;
}

/** How two expected outputs differ by more than a third of the tolerance, or null. */
export function disagreementOf(one: PlainData, other: PlainData, rules: ToleranceRules): Failure | null {
  const result = check(one, other, comparable(rules, allowedShare));
  return result.accepted ? null : result.failure;
}

// What is expected under `rounded` are exact quotients, which the comparison of outputs takes for something else.
function comparable(rules: ToleranceRules, share: number): ToleranceRules {
  const tighten = (rule: Tolerance): Tolerance => {
    switch (rule.kind) {
      case 'allclose':
        return { ...rule, rtol: rule.rtol * share, atol: rule.atol * share };
      case 'rounded':
        return { kind: 'allclose', rtol: 0, atol: rule.tie * share, nan: 'reject' };
      case 'exact':
      case 'structure':
        return rule;
    }
  };
  const fields = Object.entries(rules.fields).map(([path, rule]) => [path, tighten(rule)] as const);
  return { default: tighten(rules.default), fields: Object.fromEntries(fields) };
}

/** Where a validator decides, what each backend expects must be good enough for the other. */
async function validated(
  engine: ReferenceEngine,
  { code, test, output }: { code: AuthorCode; test: GradableTest; output: PlainData },
): Promise<Disagreement[]> {
  const { name, args, heldOut, expected } = test;
  const replies = [
    await engine.validate(code, { args, heldOut, expected, output }),
    await engine.validate(code, { args, heldOut, expected: output, output: expected }),
  ];
  return replies.flatMap((reply) =>
    reply.accepted ? [] : [{ test: name, failure: { kind: 'validator' as const, message: reply.message } }],
  );
}

/** `12-large: losses differs in 1 of 3 values: at [2] expected 0.51, got 0.52.` */
export function tellDisagreement({ test, failure }: Disagreement): string {
  return `${test}: ${describeFailure(failure, 'en')}`;
}

const told = 3;

/**
 * Where another backend expects something else by more than a third of the tolerance, the package is not published: who
 * is right would depend on the machine. Throws {@link AuthorCodeError}.
 */
export async function requireAgreement(
  reference: ReferenceEngine,
  computed: { code: AuthorCode; groups: GradableGroup[] },
): Promise<void> {
  const { slug, runtime } = computed.code;
  // What never touches tfjs is computed by the same program everywhere.
  if (runtime === 'plain') return;
  const second = await reference.second();
  const { disagreements } = await agreementWith(second, computed);
  if (disagreements.length === 0) return;
  const [one, other] = [reference.backend.name, second.backend.name];
  const more = disagreements.length > told ? ` (and ${disagreements.length - told} more)` : '';
  const places = disagreements.slice(0, told).map(tellDisagreement).join(' ');
  throw new AuthorCodeError(
    `expected outputs on ${one} and ${other} differ by more than a third of the tolerance. Expected is what ${one} gives. ${places}${more}`,
    { slug, file: 'reference/reference.ts' },
  );
}
