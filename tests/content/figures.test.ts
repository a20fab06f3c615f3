import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseQuantity } from '#content/quantity.ts';
import { readQuestions } from '#content/read-question.ts';

/** What `figures/<slug>.ts` exports beside what its own tests need. */
const figuresModule = z.object({
  /** What the question says in both languages, computed again: value, digits behind the point. */
  figures: z.array(z.tuple([z.number(), z.int().nonnegative()])).min(1),
  /** The answers of its checks that ask for a number, by the check's id; with a unit, in bytes or seconds. */
  answers: z.record(z.string(), z.number()),
  /** Figures that each language words in its own way. */
  phrases: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }).default({ en: [], zh: [] }),
});

const contentFolder = join(import.meta.dirname, '../../content');
const figuresFolder = join(import.meta.dirname, 'figures');
const questions = await readQuestions(contentFolder);

const modules = readdirSync(figuresFolder).filter((name) => !name.endsWith('.test.ts'));

test('every question has a module of figures, and every module a question', () => {
  expect(new Set(modules)).toEqual(new Set(questions.map(({ slug }) => `${slug}.ts`)));
});

describe.each(questions.filter(({ slug }) => modules.includes(`${slug}.ts`)))('$slug', async (question) => {
  const { slug } = question;
  const exported: unknown = await import(join(figuresFolder, `${slug}.ts`));
  const { figures, answers, phrases } = figuresModule.parse(exported);

  describe.each(['en', 'zh'] as const)('%s', (locale) => {
    const file = join(contentFolder, 'questions', slug, `${locale}.md`);
    const text = readFileSync(file, 'utf8').replaceAll('{,}', ',');

    test.each(figures.map(([value, digits]) => inWords(value, digits)))('says %s', (words) => {
      expect(text).toMatch(new RegExp(`(?<![\\d.,])${words.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`));
    });

    test.each(phrases[locale])('says “%s”', (phrase) => {
      expect(text).toContain(phrase);
    });

    test('every number that a check asks for comes out', () => {
      const { checks } = question.text[locale];
      const reckoned = checks.filter(({ kind }) => kind === 'number' || kind === 'quantity');
      expect(new Set(reckoned.map(({ id }) => id))).toEqual(new Set(Object.keys(answers)));
      for (const check of checks) {
        const computed = answers[check.id] ?? Number.NaN;
        if (check.kind === 'number')
          expect(Math.abs(check.answer - computed), check.id).toBeLessThanOrEqual(check.tolerance);
        // In the base unit: bytes, seconds.
        if (check.kind === 'quantity')
          expect(Math.abs((parseQuantity(check.answer)?.value ?? Number.NaN) / computed - 1), check.id)
            // What is asked for is the figure itself, not the edge of what is let pass.
            .toBeLessThanOrEqual(check.tolerance / 2);
      }
    });
  });
});

function inWords(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
