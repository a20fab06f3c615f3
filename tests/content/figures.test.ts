import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const cheap = 'making-a-large-model-cheaper-to-compute';
const llama = 6_738_415_616;
const lora = 32 * 2 * 8 * (4096 + 4096);

/** Figures in the questions, computed again; both languages have to say them. */
const figures = (
  [
    [cheap, '4.18', (7e9 * 2) / 3.35e12 / 1e-3, 2],
    [cheap, '2.09', 7e9 / 3.35e12 / 1e-3, 2],
    [cheap, '1.04', (7e9 * 0.5) / 3.35e12 / 1e-3, 2],
    [cheap, '239', 3.35e12 / (7e9 * 2), 0],
    [cheap, '295', 989e12 / 3.35e12, 0],
    [cheap, '24.5', 2 * (7 / 8) * 14, 1],
    [cheap, '15.8', (3 / 19) * 100, 1],
    [cheap, '42.9', (3 / 7) * 100, 1],
    [cheap, '0.37', (2 / 3600 / 1500) * 1e6, 2],
    ['overfitting', '1.86', 1.96 * Math.sqrt((0.9 * 0.1) / 1000) * 100, 2],
    ['overfitting', '0.59', 1.96 * Math.sqrt((0.9 * 0.1) / 10_000) * 100, 2],
    ['overfitting', '0.44', 0.3 + 0.7 / 5, 2],
    ['overfitting', '1.98', (10 * 2) / 10.1, 2],
    ['transfer-learning', '0.062', (lora / llama) * 100, 3],
    ['transfer-learning', '107.8', (llama * 16) / 1e9, 1],
    ['transfer-learning', '13.48', (llama * 2) / 1e9, 2],
    ['transfer-learning', '3.37', llama / 2 / 1e9, 2],
  ] satisfies [string, string, number, number][]
).map(([slug, written, computed, digits]) => ({ slug, written, computed, digits }));

describe.each(['en', 'zh'])('%s', (locale) => {
  test.each(figures)(
    '$slug says $written, which is what comes out',
    ({ slug, written, computed, digits }) => {
      const text = readFileSync(
        new URL(`../../content/questions/${slug}/${locale}.md`, import.meta.url),
        'utf8',
      );
      expect(text).toContain(written);
      expect(computed.toFixed(digits)).toBe(written);
    },
  );

  test('the cache of a Llama-2-7B sequence is 2 GiB, and seven outweigh the weights', () => {
    const bytes = 2 * 32 * 4096 * 2 * 4096;
    expect(bytes).toBe(2 * 2 ** 30);
    expect(7 * bytes).toBeGreaterThan(14e9);
    expect(6 * bytes).toBeLessThan(14e9);
  });

  test('LoRA of rank 8 on queries and values has 4,194,304 parameters', () => {
    const text = readFileSync(
      new URL(`../../content/questions/transfer-learning/${locale}.md`, import.meta.url),
      'utf8',
    );
    expect(text).toContain(`answer: ${lora}`);
    expect(lora).toBe(4_194_304);
  });
});
