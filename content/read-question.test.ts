import { readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { questionFolderForEachTest } from '#tests/harness/question-folder.ts';

const { file, write, change, addQuestion, read, refusal } = questionFolderForEachTest();

test('a question comes with both languages', async () => {
  expect(await read()).toMatchObject([
    {
      slug: 'pruning',
      topics: ['pruning'],
      difficulty: 'easy',
      problems: ['prune'],
      updated: '2026-11-23',
      text: {
        en: { title: 'What is pruning?', full: expect.stringContaining('## The answer') },
        zh: { title: '什么是剪枝？', keyPoints: ['one', 'two', 'three', 'four', 'five', 'six'] },
      },
    },
  ]);
});

test('a text saved with the line ends of Windows is read the same', async () => {
  const before = await read();
  write('pruning/en.md', readFileSync(file('pruning/en.md'), 'utf8').replaceAll('\n', '\r\n'));
  expect(await read()).toEqual(before);
});

test('links to questions, problems, papers and headings are taken', async () => {
  const links =
    '[a](/en/questions/pruning) [b](/en/problems/prune) [c](https://arxiv.org/abs/1503.02531) [d](#text-the-answer)';
  change('pruning/en.md', '$w = 0$', `${links} $w = 0$`);
  change('pruning/zh.md', '$w = 0$', '[答案](#text-答案) $w = 0$');
  expect(await refusal()).toEqual([]);
});

test.each<[string, () => void, string[]]>([
  [
    'an unknown key',
    () => change('pruning/question.yaml', 'difficulty', 'level: 3\ndifficulty'),
    ['question.yaml:2: level: unknown key'],
  ],
  [
    'an unknown key of a text',
    () => change('pruning/zh.md', 'short:', 'summary: x\nshort:'),
    ['zh.md:3: summary: unknown key'],
  ],
  [
    'an unknown key of a check',
    () => change('pruning/en.md', '    prompt: What is faster?', '    hint: x\n    prompt: What is faster?'),
    ['en.md:31: checks.1.hint: unknown key'],
  ],
  [
    'a missing language',
    () => rmSync(file('pruning/zh.md')),
    ['zh.md: expected this file: every language needs it'],
  ],
  ['missing facts', () => rmSync(file('pruning/question.yaml')), ['question.yaml: expected this file']],
  [
    'no problem to go on with',
    () => change('pruning/question.yaml', '[prune]', '[]'),
    ['question.yaml:3: problems: expected a problem to go on with'],
  ],
  [
    'a broken link to a problem',
    () => change('pruning/question.yaml', '[prune]', '[prune, prunes]'),
    ['question.yaml:3: problems.1: there is no problem prunes'],
  ],
  [
    'a broken link in the answer',
    () => change('pruning/en.md', '$w = 0$', '$w = 0$\n[x](/en/problems/prunes)'),
    ['en.md:52: the link /en/problems/prunes: there is no problem prunes'],
  ],
  [
    'a link to the other language',
    () => change('pruning/zh.md', 'why: c', "why: '[x](/en/problems/prune)'"),
    ['zh.md:14: wrong_answers.2.why: the link /en/problems/prune: expected /zh/…, the language of this file'],
  ],
  [
    'a link to nowhere',
    () => change('pruning/en.md', '$w = 0$', '[x](prune.md) [y](#nowhere) [z](javascript:x)'),
    [
      'en.md:51: the link prune.md: expected https://…, /en/questions/<slug> or /en/problems/<slug>',
      'en.md:51: the link #nowhere: there is no such heading',
      'en.md:51: a link leads to http(s) or within the site',
    ],
  ],
  [
    'bad math in the answer',
    () => change('pruning/en.md', '$w = 0$', '$\\frac{$'),
    ["en.md:51: math: Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{"],
  ],
  [
    'bad math in a follow-up',
    () => change('pruning/zh.md', '\\tfrac12', '\\tfrac1'),
    [
      "zh.md:20: follow_ups.3.answer: math: Unexpected end of input in a macro argument, expected '}' at end of input: \\tfrac1",
    ],
  ],
  [
    'code in a language that is not known',
    () => change('pruning/en.md', '$w = 0$', '\n\n```cobol\nx\n```\n'),
    ['en.md:53: code is marked cobol; known are ts, js, python, bash, json, yaml, text'],
  ],
  [
    'a second title',
    () => change('pruning/en.md', '## The', '# The'),
    ['en.md:49: expected headings from ## on: the one of # is the title'],
  ],
  [
    'an empty answer',
    () => write('pruning/en.md', readFileSync(file('pruning/en.md'), 'utf8').replace(/## .*/s, '')),
    ['en.md:49: expected the full answer below the front matter'],
  ],
  [
    'an unknown file',
    () => write('pruning/fr.md', ''),
    ['fr.md: unknown file: a question is question.yaml, en.md and zh.md'],
  ],
  [
    'a check without a right option',
    () => change('pruning/en.md', 'whole channels, correct: true', 'whole channels, correct: false'),
    ['en.md:32: checks.1.options: expected a right option'],
  ],
  [
    'a check with nothing but right options',
    () => change('pruning/en.md', 'zeros only, correct: false', 'zeros only, correct: true'),
    ['en.md:39: checks.2.options: expected a wrong option'],
  ],
  [
    'two right options where one is asked for',
    () => change('pruning/en.md', '    multiple: true\n', ''),
    ['en.md:38: checks.2.options: expected one right option, got 2; else say multiple: true'],
  ],
  [
    'an option without feedback',
    () =>
      change(
        'pruning/en.md',
        '{ text: dense, correct: false, feedback: no }',
        '{ text: dense, correct: false }',
      ),
    ['en.md:33: checks.1.options.0.feedback: Invalid input: expected string, received undefined'],
  ],
  [
    'two checks of one id',
    () => change('pruning/en.md', 'id: faster', 'id: sparsity'),
    ['en.md:29: checks.1.id: expected an id of its own, but checks.0 is sparsity too'],
  ],
  [
    'too few key points',
    () => change('pruning/en.md', '  - six\n', ''),
    ['en.md:4: key_points: expected 6 to 9 of them'],
  ],
  [
    'a source that is not https',
    () => change('pruning/en.md', 'https://example.org/c', 'ftp://example.org/c'),
    ['en.md:46: sources.2.url: expected an address with https'],
  ],
  [
    'no front matter',
    () => write('pruning/en.md', '# Hello'),
    ['en.md:1: expected front matter between two lines of ---, then the full answer'],
  ],
  [
    'a right answer that differs between languages',
    () => change('pruning/zh.md', 'answer: 75', 'answer: 0.75'),
    ['zh.md:25: checks.0.answer: expected 75 as in en.md, got 0.75'],
  ],
  [
    'right options that differ between languages',
    () => {
      change('pruning/zh.md', 'dense, correct: false', 'dense, correct: true');
      change('pruning/zh.md', 'whole channels, correct: true', 'whole channels, correct: false');
    },
    [
      'zh.md:33: checks.1.options.0.correct: expected false as in en.md, got true',
      'zh.md:34: checks.1.options.1.correct: expected true as in en.md, got false',
    ],
  ],
  [
    'an option that one language lacks',
    () =>
      change(
        'pruning/en.md',
        'sources:\n',
        '      - { text: speed, correct: false, feedback: no }\nsources:\n',
      ),
    ['zh.md:39: checks.2.options: expected 4 as in en.md, got 3'],
  ],
  [
    'checks that differ between languages',
    () => change('pruning/zh.md', 'id: kept', 'id: stays'),
    ['zh.md:21: checks: expected sparsity, faster, kept as in en.md, got sparsity, faster, stays'],
  ],
  [
    'a key point that one language lacks',
    () => change('pruning/en.md', '  - six\n', '  - six\n  - seven\n'),
    ['zh.md:4: key_points: expected 7 as in en.md, got 6'],
  ],
  [
    'a source that differs between languages',
    () => change('pruning/zh.md', 'https://example.org/b', 'https://example.org/x'),
    ['zh.md:45: sources.1.url: expected https://example.org/b as in en.md, got https://example.org/x'],
  ],
])('%s is told with its place', async (_name, damage, expected) => {
  damage();
  expect(await refusal()).toEqual(expected.map((message) => `questions/pruning/${message}`));
});

test('units may be in the words of the language', async () => {
  change('pruning/zh.md', "unit: '%'", 'unit: 个百分点');
  expect(await refusal()).toEqual([]);
});

test('two questions of one title are told, in either language', async () => {
  addQuestion('pruning-again', 'What is pruning, again?', '什么是剪枝？');
  expect(await refusal()).toEqual([
    'questions/pruning-again/zh.md: title: expected one of its own, but pruning has the same',
  ]);
});

test('a folder that is no slug is told', async () => {
  addQuestion('Pruning_2', 'Why prune?', '为什么剪枝？');
  expect(await refusal()).toEqual([
    'questions/Pruning_2: expected a folder named by lower-case words joined by hyphens',
  ]);
});

test('what is wrong with several files is told at once', async () => {
  change('pruning/question.yaml', 'easy', 'simple');
  change('pruning/en.md', 'answer: 75', 'answer: many');
  rmSync(file('pruning/zh.md'));
  expect(await refusal()).toEqual([
    'questions/pruning/zh.md: expected this file: every language needs it',
    expect.stringMatching(/^questions\/pruning\/question\.yaml:2: difficulty: /),
    expect.stringMatching(/^questions\/pruning\/en\.md:25: checks\.0\.answer: /),
  ]);
});
