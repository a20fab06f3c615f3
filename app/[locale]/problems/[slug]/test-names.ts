import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale, Localized, TestResult } from '#judge/verdict.ts';

type Named = Pick<TestResult, 'name' | 'group' | 'sample'>;

/** A test as its reader knows it: a sample by its tab beside the editor, any other by its place in its group. */
export function testName(locale: Locale, test: Named, tests: readonly Named[]): string {
  const t = workspaceMessages[locale];
  const peers = tests.filter(({ sample, group }) => (test.sample ? sample : group === test.group));
  const place = peers.findIndex(({ name }) => name === test.name) + 1;
  return test.sample ? t.sample(place) : t.testNumber(place);
}

type Group = { name: string; title: Localized };

/** The same where no heading names its group. */
export function testNameInFull(
  locale: Locale,
  test: Named,
  { tests, groups }: { tests: readonly Named[]; groups: readonly Group[] },
): string {
  const name = testName(locale, test, tests);
  const group = groups.find((one) => one.name === test.group);
  return test.sample || !group ? name : `${group.title[locale]} · ${name}`;
}
