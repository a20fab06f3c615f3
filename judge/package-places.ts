import type { ProblemPackage } from '#content/problem.ts';
import { yamlLines } from '#content/yaml-file.ts';

/** Where a rule of a package is written. */
export type Place = { file: string; line: number | null };

/** Finds the line of a key in a package's YAML, or of its nearest ancestor that is there. */
export type Places = (file: string, path: string[]) => Place;

export function openPlaces({ yaml }: Pick<ProblemPackage, 'yaml'>): Places {
  const read = new Map<string, ReturnType<typeof yamlLines>>();
  return (file, path) => {
    const text = yaml[file];
    if (text === undefined) return { file, line: null };
    const lines = read.get(file) ?? yamlLines({ text });
    read.set(file, lines);
    return { file, line: lines(path) };
  };
}

export const submissionsYaml = 'submissions/submissions.yaml';

type Group = { name: string; sample: boolean };

export function groupYaml({ name, sample }: Group): string {
  return `${sample ? 'data/sample' : `data/secret/${name}`}/test_group.yaml`;
}

/** Where a group's tolerance, or what is at a path in it, is written: in its own file where it has one of its own. */
export function tolerancePlace(
  group: Group,
  { yaml }: Pick<ProblemPackage, 'yaml'>,
  path: string[] = [],
): Place {
  const own = groupYaml(group);
  const file = /^tolerance:/m.test(yaml[own] ?? '') ? own : 'problem.yaml';
  return openPlaces({ yaml })(file, ['tolerance', ...path]);
}
