import { renderMarkdown } from '#content/markdown.ts';

// Colouring takes some 15 ms a KiB of the site's own time, for whoever opens the page: longer ones are shown plain.
const longestColoured = 8 * 1024;

/** A submission's source as HTML. The fence is longer than any in the source, so that nothing in it can end the block. */
export function codeHtml(source: string): Promise<string> {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const language = source.length > longestColoured ? 'text' : 'ts';
  return renderMarkdown(`${fence}${language}\n${source}\n${fence}\n`, { file: 'submission' });
}
