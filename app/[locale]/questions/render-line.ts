import { renderMarkdown } from '#content/markdown.ts';

/** For places that hold a line, no block: a lone paragraph loses its `<p>`. */
export async function renderLine(markdown: string): Promise<string> {
  const html = (await renderMarkdown(markdown)).trim();
  const [, line] = /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html) ?? [];
  return line ?? html;
}
