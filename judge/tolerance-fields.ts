import type { ContentIssue } from '#content/content-error.ts';
import type { ProblemPackage } from '#content/problem.ts';
import { fieldsOf } from './check.ts';
import type { GradableProblem } from './gradable-problem.ts';
import { tolerancePlace } from './package-places.ts';

const shownFields = 8;

/**
 * Names the rules in `fields` of a tolerance that are for a field which no expected output has: a misspelt one would leave
 * its field to the default. Files are named by their path in the package.
 */
export function findStrayFields(
  pkg: Pick<ProblemPackage, 'yaml'>,
  { groups }: Pick<GradableProblem, 'groups'>,
): ContentIssue[] {
  // By the file in which the tolerance is written: one in problem.yaml is that of many groups.
  const written = new Map<string, { group: GradableProblem['groups'][number]; fields: Set<string> }>();
  for (const group of groups) {
    const { file } = tolerancePlace(group, pkg);
    const { fields } = written.get(file) ?? { fields: new Set<string>() };
    written.set(file, { group, fields });
    for (const { expected } of group.tests) for (const field of fieldsOf(expected)) fields.add(field);
  }
  return [...written.values()].flatMap(({ group, fields }) =>
    Object.keys(group.tolerance.fields)
      .filter((key) => !fields.has(key))
      .map((key) => ({
        ...tolerancePlace(group, pkg, ['fields', key]),
        message: messageFor(key, fields),
      })),
  );
}

function messageFor(key: string, fields: Set<string>): string {
  const named = [...fields].filter((field) => field !== '');
  if (named.length === 0) return `expected no fields, since no expected output has any, got ${key}`;
  const more = named.length > shownFields ? ', …' : '';
  const shown = named.slice(0, shownFields).join(', ');
  return `expected a field of the expected outputs (${shown}${more}), got ${key}`;
}
