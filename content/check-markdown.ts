import { ContentError, type ContentIssue } from './content-error.ts';
import type { Linkable } from './linkable.ts';
import { renderMarkdown } from './markdown.ts';
import type { Locale } from './question.ts';

type Context = { file: string; firstLine: number; locale: Locale; linkable: Linkable };

/** What is wrong with a text as its page would show it: math, languages of code, links, headings. */
export async function checkMarkdown(markdown: string, context: Context): Promise<ContentIssue[]> {
  const { file, firstLine } = context;
  const html = await renderMarkdown(markdown, { file, firstLine }).catch((cause: unknown) => {
    if (cause instanceof ContentError) return cause;
    throw cause;
  });
  if (html instanceof ContentError) return html.issues;
  const at = (words: string) => {
    const index = markdown.split('\n').findIndex((line) => line.includes(words));
    return index === -1 ? null : index + firstLine;
  };
  const links = brokenLinks(html, context).map(({ href, message }) => ({ file, line: at(href), message }));
  const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1];
  if (title === undefined) return links;
  const message = 'expected headings from ## on: the one of # is the title';
  return [...links, { file, line: at(`# ${title}`), message }];
}

type BrokenLink = { href: string; message: string };

function brokenLinks(html: string, { locale, linkable }: Context): BrokenLink[] {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => encodeURI(id)));
  return [...html.matchAll(/<a(?=[ >])[^>]*>/g)].flatMap(([tag]) => {
    const href = / href="([^"]*)"/.exec(tag)?.[1];
    // Sanitising took the address.
    if (href === undefined) return [{ href: '](', message: 'a link leads to http(s) or within the site' }];
    const told = tellLink(href, locale, { ids, linkable });
    return told === undefined ? [] : [{ href, message: `the link ${href}: ${told}` }];
  });
}

function tellLink(
  href: string,
  locale: Locale,
  { ids, linkable }: { ids: Set<string>; linkable: Linkable },
): string | undefined {
  if (/^https?:\/\//.test(href)) return undefined;
  if (href.startsWith('#')) return ids.has(href.slice(1)) ? undefined : 'there is no such heading';
  const [, language, kind, slug = ''] = /^\/(en|zh)\/(questions|problems)\/([^/?#]+)$/.exec(href) ?? [];
  if (kind !== 'questions' && kind !== 'problems')
    return `expected https://…, /${locale}/questions/<slug> or /${locale}/problems/<slug>`;
  if (!linkable[kind].has(slug)) return `there is no ${kind.slice(0, -1)} ${slug}`;
  return language === locale ? undefined : `expected /${locale}/…, the language of this file`;
}
