/** Author's markdown to HTML that is safe to show: the only place that renders it. */
import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Element, Root } from 'hast';
import katex from 'katex';
import rehypeSanitize, { defaultSchema, type Options as SanitizeOptions } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { unified } from 'unified';
import { ContentError, type ContentIssue } from './content-error.ts';
import { breakNames } from './markdown/break-names.ts';
import { lowerHeadings } from './markdown/lower-headings.ts';
import { makePortable } from './markdown/make-portable.ts';
import { nameHeadings } from './markdown/name-headings.ts';
import { tieFormulas } from './markdown/tie-formulas.ts';

/** Where a text comes from, for what is wrong with it. `firstLine` is its first line in that file. */
export type TextSource = { file: string; firstLine?: number };

const languages = ['ts', 'js', 'python', 'bash', 'json', 'yaml'] as const;

/** What code may be marked as; `text` is not coloured. */
const known = new Set<string>([...languages, 'typescript', 'javascript', 'py', 'sh', 'yml', 'text']);

/**
 * Renders GitHub's markdown with math (`$…$`, `$$…$$`) and coloured code; headings get ids to link to. Raw HTML is
 * dropped, links lead to http(s) or within the site. Throws {@link ContentError} for math or a language of code that is not known.
 */
export async function renderMarkdown(
  markdown: string,
  source: TextSource = { file: 'text' },
): Promise<string> {
  const issues: ContentIssue[] = [];
  const complain = (line: number | undefined, message: string) =>
    issues.push({
      file: source.file,
      line: line === undefined ? null : line + (source.firstLine ?? 1) - 1,
      message,
    });
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype)
    // The author's own tree is sanitised; what KaTeX and Shiki make of it afterwards is ours.
    .use(rehypeSanitize, schema)
    .use(() => nameHeadings)
    .use(() => tieFormulas)
    .use(() => (tree: Root) => breakNames(tree))
    .use(() => (tree: Root) => visitElements(tree, (element) => prepare(element, complain)))
    .use(rehypeShikiFromHighlighter, await highlighter(), shown)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(markdown);
  if (issues.length > 0) throw new ContentError(issues);
  return String(html);
}

/**
 * The same of what a reader wrote for themselves: a formula or a language that isn't known stands as it was written. No
 * pictures, which would be fetched from wherever they say; no ids, which the page around it may have as well; its headings
 * stand below those of the page.
 */
export async function renderNote(markdown: string): Promise<string> {
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype, { clobberPrefix: 'note-' })
    .use(rehypeSanitize, noteSchema)
    .use(() => lowerHeadings)
    .use(() => tieFormulas)
    .use(() => (tree: Root) => breakNames(tree))
    .use(() => (tree: Root) => visitElements(tree, (element) => prepare(element, () => undefined)))
    .use(rehypeShikiFromHighlighter, await highlighter(), shown)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(markdown);
  return String(html);
}

/**
 * The same for another program: sanitised HTML without classes of ours, formulas between `\\(…\\)` and `\\[…\\]` as MathJax
 * reads them, links within the site made whole by its `origin`.
 */
export async function renderPortable(markdown: string, origin: string): Promise<string> {
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeSanitize, noteSchema)
    .use(() => (tree: Root) => makePortable(tree, origin))
    .use(rehypeStringify)
    .process(markdown);
  return String(html).trim();
}

const shown = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false,
  fallbackLanguage: 'text',
} as const;

const schema: SanitizeOptions = {
  ...defaultSchema,
  clobberPrefix: '',
  attributes: {
    ...defaultSchema.attributes,
    code: [['className', /^language-[\w-]+$/, 'math-inline', 'math-display']],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https'] },
};

const noteSchema: SanitizeOptions = {
  ...schema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img'),
};

let opened: ReturnType<typeof createHighlighterCore> | undefined;

function highlighter() {
  opened ??= createHighlighterCore({
    themes: [
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-high-contrast.mjs'),
    ],
    langs: [
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/yaml.mjs'),
    ],
    // Needs no WebAssembly.
    engine: createJavaScriptRegexEngine(),
  });
  return opened;
}

type Complain = (line: number | undefined, message: string) => void;

function prepare(element: Element, complain: Complain): void {
  const line = element.position?.start.line;
  if (element.tagName === 'a') prepareLink(element);
  if (element.tagName !== 'code') return;
  const names = classesOf(element);
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length);
  if (names.includes('math-inline') || names.includes('math-display'))
    renderMath(element, names.includes('math-display'), complain);
  else if (language !== undefined && !known.has(language)) {
    complain(line, `code is marked ${language}; known are ${[...languages, 'text'].join(', ')}`);
  }
}

function prepareLink(element: Element): void {
  const { href } = element.properties;
  if (typeof href === 'string' && /^(https?:)?\/\//.test(href))
    element.properties.rel = ['noopener', 'noreferrer'];
}

function renderMath(element: Element, displayMode: boolean, complain: Complain): void {
  const tex = textOf(element);
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      throwOnError: true,
      strict: 'error',
      trust: refuse,
      // Nothing is set larger than the column; the default is without a bound.
      maxSize: 40,
      output: 'htmlAndMathml',
    });
    // A formula wider than the column scrolls, by keyboard too; what is inline could not.
    element.tagName = displayMode ? 'div' : 'span';
    element.properties = displayMode ? { className: ['math-display'], tabIndex: 0 } : {};
    element.children = [{ type: 'raw', value: displayMode ? html : letBreak(html) } as unknown as Element];
  } catch (cause) {
    const message =
      cause instanceof Error ? cause.message.replace(/^KaTeX parse error: /, '') : String(cause);
    complain(element.position?.start.line, `math: ${message}`);
  }
}

// Where it is tied to what stands beside it, nothing else lets it break; tests/e2e/reading.test.ts looks at the lines.
function letBreak(html: string): string {
  return html.replaceAll(/(?<=<\/span>)<span class="katex-base">/g, '<wbr>$&');
}

// Links, pictures and classes are for markdown, not for formulas.
function refuse({ command }: { command: string }): never {
  throw new Error(`${command} is not for formulas`);
}

function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function visitElements(tree: Root | Element, act: (element: Element) => void): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    visitElements(child, act);
    act(child);
    // Display math stands in a <pre>, which would keep its spaces.
    const only = child.tagName === 'pre' ? child.children[0] : undefined;
    if (only?.type === 'element' && only.tagName === 'div') child.tagName = 'div';
    // A corner that heads nothing is no heading.
    if (child.tagName === 'th' && child.children.length === 0) child.tagName = 'td';
    if (child.tagName === 'table') letScroll(child);
  }
}

// A table wider than the column scrolls in a box of its own, by keyboard too, and stays a table to a screen reader.
function letScroll(table: Element): void {
  const { properties, children } = table;
  Object.assign(table, {
    tagName: 'div',
    properties: { className: ['table-scroll'], tabIndex: 0 },
    children: [{ type: 'element', tagName: 'table', properties, children }],
  });
}
