import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProblem } from './read-problem.ts';
import { readQuestions } from './read-question.ts';

const folder = import.meta.dirname;

/** Formulas set on lines of their own: what stands between `$$` and `$$`, with the line it begins in. */
function displayed(text: string): { line: number; formula: string }[] {
  return [...text.matchAll(/\$\$(.*?)\$\$/gs)].map(({ index, 1: formula = '' }) => ({
    line: text.slice(0, index).split('\n').length,
    formula,
  }));
}

/** What a formatter takes for a paragraph's end or a list, and writes anew as one: `+` becomes `-`. */
const torn = (formula: string) => /\n[ \t]*\n/.test(formula) || /^[ \t]*([-+*]|\d+[.)])[ \t]/m.test(formula);

test('a formula that a formatter took for a list is found', () => {
  expect(displayed('a\n\n$$\nx = y\n\n- z\n  $$\n').map(({ formula }) => torn(formula))).toEqual([true]);
  expect(torn('\nx = y\n+ z\n')).toBe(true);
  expect(torn('\nx = y + z,\\qquad\n-z\n')).toBe(false);
});

test('no formula in any text has lost its sign to a list', async () => {
  const paths = await readdir(folder, { recursive: true });
  const texts = paths.filter((path) => /\.(md|yaml)$/.test(path));
  const wrong: string[] = [];
  let formulas = 0;
  for (const path of texts) {
    for (const { line, formula } of displayed(await readFile(join(folder, path), 'utf8'))) {
      formulas += 1;
      if (torn(formula)) wrong.push(`${path}:${line}`);
    }
  }
  expect(formulas).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('a dash in an English title is one of a kind, and begins no line', async () => {
  const titles = (await readQuestions(folder)).map(({ text }) => text.en.title);
  const dashes = titles.flatMap((title) => title.match(/.?[–—]|.--/g) ?? []);
  expect(dashes.length).toBeGreaterThan(5);
  expect(new Set(dashes)).toEqual(new Set(['\u00a0—']));
});

test('distillation adds the labels’ part to the loss', async () => {
  const { statement } = await readProblem(join(folder, 'problems/distill'));
  for (const text of [statement.en, statement.zh]) {
    expect(displayed(text)[0]?.formula).toMatch(/^\nL = .* \+ \(1-\\alpha\).*\\mathrm\{CE\}.*\n$/);
  }
});

test('the samples of pruning say the threshold and the number of weights that they have', async () => {
  const { groups } = await readProblem(join(folder, 'problems/prune'));
  const samples = groups.filter(({ sample }) => sample).flatMap(({ cases }) => cases);
  const said = samples.map(({ name, source, description }) => ({
    name,
    params: source.kind === 'generated' ? source.params : {},
    en: description?.en ?? '',
    zh: description?.zh ?? '',
  }));
  expect(said).toHaveLength(3);
  expect(said[0]).toMatchObject({
    name: 'sample/01-eight-weights',
    params: { threshold: 0.5, kernel: [expect.anything(), expect.anything(), expect.anything()] },
    en: expect.stringMatching(/three inputs and two units.*eight weights lie below 0\.5/),
    zh: expect.stringMatching(/3 输入、2 单元.*8 个权重.*0\.5/),
  });
  expect(said[1]).toMatchObject({
    params: { threshold: 0.375 },
    en: expect.stringContaining('a threshold of 0.375'),
    zh: expect.stringContaining('阈值 0.375'),
  });
});
