import { type CheckResult, check } from './check.ts';
import type { GradableGroup, GradableProblem, GradableTest } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import type { ReferenceEngine } from './reference.ts';

/** A test with its group and its problem. */
export type Asked = { problem: GradableProblem; group: GradableGroup; test: GradableTest };

/** Compares an output with what was expected and, where the group asks for it, has the problem's validator decide. */
export async function compare(
  output: PlainData,
  { problem, group, test }: Asked,
  reference: Pick<ReferenceEngine, 'validate'>,
): Promise<CheckResult> {
  const { args, heldOut, expected } = test;
  const compared = check(expected, output, group.tolerance);
  const { slug, runtime, validator } = problem;
  if (!compared.accepted || !group.validator || !validator) return compared;
  const reply = await reference.validate(
    { slug, runtime, modules: validator },
    { args, heldOut, expected, output },
  );
  return reply.accepted ? reply : { accepted: false, failure: { kind: 'validator', message: reply.message } };
}
