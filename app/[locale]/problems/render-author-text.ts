import { remember } from '#app/_session/remember.ts';
import { renderMarkdown } from '#content/markdown.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';

const kept = new Map<string, () => Promise<string>>();
const maxKept = 200;

/** A problem's text as HTML. Versions never change, so what was rendered once is kept. */
export function renderAuthorText(
  problem: PublicProblem,
  text: 'statement' | 'editorial',
  locale: Locale,
): Promise<string> {
  const key = `${problem.version} ${text} ${locale}`;
  const known = kept.get(key);
  if (known !== undefined) return known();
  const markdown = problem[text][locale];
  const file = `${problem.slug}/${text}.${locale}.md`;
  const rendered = remember(() => renderMarkdown(markdown, { file }));
  const oldest = kept.size < maxKept ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, rendered);
  return rendered();
}
