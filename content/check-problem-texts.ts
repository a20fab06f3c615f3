import { checkMarkdown } from './check-markdown.ts';
import type { ContentIssue } from './content-error.ts';
import type { Linkable } from './linkable.ts';
import type { ProblemPackage } from './problem.ts';

const texts = { statement: 'statement/problem', editorial: 'solution/solution' } as const;
const locales = ['en', 'zh'] as const;

/**
 * What is wrong with statement and editorial as their pages would show them, by file and line: math, languages of code,
 * links, headings. Not a part of reading a package: a grading has no use for it, and setting formulas takes longer than
 * all of the reading.
 */
export async function checkProblemTexts(
  pkg: Pick<ProblemPackage, 'slug' | keyof typeof texts>,
  linkable: Linkable,
): Promise<ContentIssue[]> {
  const { questions, problems } = linkable;
  // Wherever its folder lies, a text may lead to its own problem.
  const known = { questions, problems: new Set([...problems, pkg.slug]) };
  const found = (['statement', 'editorial'] as const).flatMap((text) =>
    locales.map((locale) => {
      const file = `${pkg.slug}/${texts[text]}.${locale}.md`;
      return checkMarkdown(pkg[text][locale], { file, firstLine: 1, locale, linkable: known });
    }),
  );
  return (await Promise.all(found)).flat();
}
