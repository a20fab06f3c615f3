/** A folder of content with one question, to damage: for tests of the reader. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { ContentError } from '#content/content-error.ts';
import { readQuestions } from '#content/read-question.ts';

const shared = `topics: [pruning]
difficulty: easy
problems: [prune]
updated: 2026-11-23
`;

const text = (title: string, answer: string) => `---
title: ${title}
short: Remove what matters little, $|w| < t$.
key_points:
  - one
  - two
  - three
  - four
  - five
  - six
wrong_answers:
  - { claim: a, why: a }
  - { claim: b, why: b }
  - { claim: c, why: c }
  - { claim: d, why: d }
follow_ups:
  - { question: a, answer: a }
  - { question: b, answer: b }
  - { question: c, answer: c }
  - { question: d, answer: 'half: $\\tfrac12$' }
checks:
  - id: sparsity
    kind: number
    prompt: Of 8 weights 6 are zero. What share?
    answer: 75
    tolerance: 0.5
    unit: '%'
    feedback: { right: '$6/8$', wrong: 'zeros over all' }
  - id: faster
    kind: choice
    prompt: What is faster?
    options:
      - { text: dense, correct: false, feedback: no }
      - { text: whole channels, correct: true, feedback: yes }
  - id: kept
    kind: choice
    multiple: true
    prompt: What stays?
    options:
      - { text: shape, correct: true, feedback: yes }
      - { text: dtype, correct: true, feedback: yes }
      - { text: zeros only, correct: false, feedback: no }
sources:
  - { title: a, url: 'https://example.org/a', note: a }
  - { title: b, url: 'https://example.org/b', note: b }
  - { title: c, url: 'https://example.org/c', note: c }
  - { title: d, url: 'https://example.org/d', note: d }
---
## ${answer}

${answer}: $w = 0$.
`;

/** A fresh folder with the question `pruning` before each test of a file, gone after it. */
export function questionFolderForEachTest() {
  let content = '';
  const file = (path: string) => join(content, 'questions', path);
  const write = (path: string, words: string) => {
    mkdirSync(dirname(file(path)), { recursive: true });
    writeFileSync(file(path), words);
  };
  const change = (path: string, from: string, to: string) => {
    const words = readFileSync(file(path), 'utf8');
    expect(words).toContain(from);
    writeFileSync(
      file(path),
      words.replace(from, () => to),
    );
  };
  const addQuestion = (slug: string, en: string, zh: string) => {
    write(`${slug}/question.yaml`, shared);
    write(`${slug}/en.md`, text(en, 'The answer'));
    write(`${slug}/zh.md`, text(zh, '答案'));
  };
  const read = () => readQuestions(content);
  const refusal = () =>
    read().then(
      () => [],
      (error: unknown) => {
        if (error instanceof ContentError) return error.message.split('\n');
        throw error;
      },
    );
  beforeEach(() => {
    content = mkdtempSync(join(tmpdir(), 'questions-'));
    mkdirSync(join(content, 'problems/prune'), { recursive: true });
    addQuestion('pruning', 'What is pruning?', '什么是剪枝？');
  });
  afterEach(() => rmSync(content, { recursive: true }));
  return { file, write, change, addQuestion, read, refusal };
}
