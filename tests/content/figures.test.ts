import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readQuestions } from '#content/read-question.ts';
import { descend, lasso, ridge, rmse, sample, withMirrored } from './polynomial-fit.ts';

const contentFolder = join(import.meta.dirname, '../../content');
const questions = await readQuestions(contentFolder);

const cheap = 'making-a-large-model-cheaper-to-compute';
const bandwidth = 3.35e12;
const peak = 989e12;
/** What is reached of the peak. */
const reached = 0.4 * peak;
const weights = 7e9;
const llama = 6_738_415_616;

const cacheOfToken = 2 * 32 * 32 * 128 * 2;
const cache = 32 * 1024 * cacheOfToken;
const stepMs = (bytes: number) => (bytes / bandwidth) * 1e3;

const distilling = (6 * 1.5e9 * 1e11 + 2 * 7e9 * 1e11) / reached / 3600;
const perMillion = (2 / 3600 / 1500) * 1e6;
const student = (perMillion * 1.5) / 7;

const ring = (size: number) => 2 * (7 / 8) * size;
const prefill = 64 * ring(2048 * 4096 * 2);
const bubble = (stages: number, batches: number) => ((stages - 1) / (batches + stages - 1)) * 100;

const lora = 32 * 2 * 8 * (4096 + 4096);
const loraOnAll = 32 * 16 * (4 * (4096 + 4096) + 3 * (4096 + 11008));
const tasks = [1e6, 1e4, 1e3];
const share = (sizes: number[], i: number) =>
  ((sizes[i] ?? 0) / sizes.reduce((total, size) => total + size, 0)) * 100;
const roots = tasks.map(Math.sqrt);

const few = sample(12, 1);
const judge = sample(1000, 99);
const sure = ridge(few, 9);
const stopped = (steps: number) => descend(few, { degree: 9, steps, rate: 0.5 });
const both = (w: number[], points = few): [number, number] => [rmse(w, points), rmse(w, judge)];

/** What a question says, computed again: [value, digits behind the point]. */
const figures: Record<string, [number, number][]> = {
  [cheap]: [
    [peak / bandwidth, 0],
    [cacheOfToken, 0],
    [cacheOfToken / 1024, 0],
    [stepMs(2 * weights), 2],
    [stepMs(weights), 2],
    [stepMs(weights / 2), 2],
    [1e3 / stepMs(2 * weights), 0],
    [cache / 1e9, 1],
    [(2 * weights + cache) / 1e9, 1],
    [stepMs(2 * weights + cache), 2],
    [stepMs(2 * weights + cache) / 32, 2],
    [(weights + cache) / 1e9, 1],
    [stepMs(weights + cache), 2],
    [stepMs(weights + cache) / 32, 2],
    [(weights + cache / 2) / 1e9, 1],
    [stepMs(weights + cache / 2), 2],
    [stepMs(weights + cache / 2) / 32, 2],
    [(1 - (weights + cache) / (2 * weights + cache)) * 100, 0],
    [4 + 16 / 128, 3],
    [(weights * (4 + 16 / 128)) / 8 / 1e9, 2],
    [(2 * 16 + 2 * 2) / 4, 0],
    [distilling, 0],
    [Math.round(distilling) * 2, 0],
    [perMillion, 2],
    [student, 2],
    [ring(14), 1],
    [ring(14) / 50, 2],
    [(6 * weights * 4e6) / 8 / reached, 0],
    [prefill / 1e9, 2],
    [(prefill / 450e9) * 1e3, 1],
    [(prefill / 50e9) * 1e3, 0],
    [((2 * weights * 2048) / 8 / peak) * 1e3, 1],
    [bubble(4, 16), 1],
    [bubble(4, 4), 1],
    [16 * 7, 0],
    [13 / 2, 1],
  ],
  overfitting: [
    [1.96 * Math.sqrt((0.9 * 0.1) / 1000) * 100, 2],
    [1.96 * Math.sqrt((0.9 * 0.1) / 10_000) * 100, 2],
    [0.3 + 0.7 / 5, 2],
    [(10 * 2) / (10 + 0.1), 2],
    [(10 / (10 + 0.1)) * 100, 0],
    [(0.1 / (0.1 + 0.1)) * 100, 0],
    [rmse([0], { x: judge.x, y: judge.y.map((y, i) => y - Math.sin(Math.PI * (judge.x[i] ?? 0))) }), 3],
    [Math.max(...sure.map(Math.abs)), 1],
    [Math.max(...sure.map(Math.abs)), 0],
    ...[
      both(ridge(few, 1)),
      both(ridge(few, 3)),
      both(sure),
      both(ridge(few, 9, 0.01)),
      both(lasso(few, 9, 0.03)),
      both(ridge(withMirrored(few, -1), 9), withMirrored(few, -1)),
      both(ridge(withMirrored(few, 1), 9), withMirrored(few, 1)),
      both(ridge(sample(120, 1), 9), sample(120, 1)),
      ...[10, 100, 1000, 10_000, 1_000_000].map((steps) => both(stopped(steps))),
    ].flatMap((pair) => pair.map((value): [number, number] => [value, 3])),
  ],
  'transfer-learning': [
    [lora / 64, 0],
    [lora, 0],
    [(lora / llama) * 100, 3],
    [(lora * 2) / 2 ** 20, 0],
    [loraOnAll, 0],
    [(loraOnAll / llama) * 100, 2],
    [(loraOnAll * 2) / 1e6, 0],
    [(llama * 2) / 1e9, 1],
    [(llama * 2) / 1e9, 2],
    [(llama * 14) / 1e9, 1],
    [(llama * 16) / 1e9, 1],
    [llama / 2 / 1e9, 1],
    [llama / 2 / 1e9, 2],
    [(lora * 16) / 1e9, 2],
    [(lora * 16) / 1e6, 0],
    [(6 * llama * 1e7) / reached / 60, 1],
    [(4 * llama * 1e7) / reached / 60, 1],
    [((2 * 8 * 8192) / (2 * 4096 ** 2)) * 100, 2],
    [(100 * lora * 2) / 1e9, 2],
    [(100 * llama * 2) / 1e9, 0],
    [share(tasks, 0), 1],
    [share(tasks, 1), 2],
    [share(tasks, 2), 2],
    [share(roots, 0), 1],
    [share(roots, 1), 1],
    [share(roots, 2), 1],
    [share(roots, 2) / share(tasks, 2), 0],
  ],
};

/** The answers of all checks that ask for a number. */
const answers: Record<string, number> = {
  'decode-time': stepMs(2 * weights),
  bubble: bubble(4, 16),
  'l2-shrink': (0.1 * 2) / (0.1 + 0.1),
  ensemble: 0.3 + 0.7 / 5,
  'lora-parameters': lora,
  qlora: llama / 2 / 1e9,
};

describe.each(['en', 'zh'] as const)('%s', (locale) => {
  const textOf = (slug: string) =>
    readFileSync(join(contentFolder, 'questions', slug, `${locale}.md`), 'utf8').replaceAll('{,}', ',');

  const written = Object.entries(figures).flatMap(([slug, values]) =>
    values.map(([value, digits]) => ({ slug, words: inWords(value, digits) })),
  );
  test.each(written)('$slug says $words', ({ slug, words }) => {
    expect(textOf(slug)).toMatch(new RegExp(`(?<![\\d.,])${words.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`));
  });

  test('billions and thousands of days are rounded as the language counts', () => {
    const billions = (Math.round(distilling) * 2) / (perMillion - student) / 1e3;
    expect(textOf(cheap)).toContain(
      locale === 'en' ? `${billions.toFixed(1)} billion tokens` : `${(billions * 10).toFixed(0)} 亿个 token`,
    );
    const days = (6 * weights * 2e12) / reached / 86_400;
    expect(textOf(cheap)).toContain(inWords(Math.round(days / 10) * 10, 0));
  });

  test('every number that a check asks for comes out', () => {
    const checks = questions
      .flatMap(({ text }) => text[locale].checks)
      .filter(({ kind }) => kind === 'number');
    expect(new Set(checks.map(({ id }) => id))).toEqual(new Set(Object.keys(answers)));
    for (const check of checks) {
      if (check.kind !== 'number') continue;
      expect(Math.abs(check.answer - (answers[check.id] ?? Number.NaN)), check.id).toBeLessThanOrEqual(
        check.tolerance,
      );
    }
  });
});

test('the cache of a Llama-2-7B sequence is 2 GiB, and seven outweigh the weights', () => {
  const bytes = 4096 * cacheOfToken;
  expect(bytes).toBe(2 * 2 ** 30);
  expect(7 * bytes).toBeGreaterThan(14e9);
  expect(6 * bytes).toBeLessThan(14e9);
});

test('strengths and steps of the example are those that a third draw would choose', () => {
  const third = sample(200, 5);
  const best = (candidates: number[], train: (value: number) => number[]) => {
    const errors = candidates.map((value) => rmse(train(value), third));
    return candidates[errors.indexOf(Math.min(...errors))];
  };
  expect(best([0.0001, 0.001, 0.01, 0.1, 1], (l2) => ridge(few, 9, l2))).toBe(0.01);
  expect(best([0.003, 0.01, 0.03, 0.1, 0.3], (l1) => lasso(few, 9, l1))).toBe(0.03);
  expect(best([10, 100, 1000, 10_000, 100_000], stopped)).toBe(1000);
});

test('L1 leaves exact zeros where L2 leaves none', () => {
  expect(lasso(few, 9, 0.03).filter((w) => w === 0)).toHaveLength(3);
  expect(ridge(few, 9, 0.01).filter((w) => w === 0)).toHaveLength(0);
});

function inWords(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
