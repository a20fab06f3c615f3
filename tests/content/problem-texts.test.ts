import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#content/markdown.ts';
import { readProblems } from '#content/read-problem.ts';
import { readQuestions } from '#content/read-question.ts';

const contentFolder = join(import.meta.dirname, '../../content');
const [packages, questions] = await Promise.all([readProblems(contentFolder), readQuestions(contentFolder)]);

/** Every page that a text of a problem may lead to, by its address without the language. */
const pages = new Set([
  ...packages.map(({ slug }) => `/problems/${slug}`),
  ...questions.map(({ slug }) => `/questions/${slug}`),
]);

test.each(packages.map(({ slug }) => slug))('%s can be reached from a question', (slug) => {
  expect(questions.some(({ problems }) => problems.includes(slug))).toBe(true);
});

describe.each(packages)('$slug', ({ statement, editorial }) => {
  test.each(['en', 'zh'] as const)(
    'statement and editorial render, and lead to pages that exist, in %s',
    async (locale) => {
      // What KaTeX can't set, or a language of code that isn't known, throws.
      const html = (
        await Promise.all([statement, editorial].map((text) => renderMarkdown(text[locale])))
      ).join();
      const addresses = Array.from(html.matchAll(/href="(\/[^"]*)"/g), ([, address = '']) => address);
      const known = addresses.filter((address) => pages.has(address.replace(`/${locale}/`, '/')));
      expect(addresses).toEqual(known);
    },
  );
});
