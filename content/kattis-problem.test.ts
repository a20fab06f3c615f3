import { expect, test } from 'vitest';
import { aliasBomb } from '#tests/harness/alias-bomb.ts';
import { isKattis, readKattis } from './kattis-problem.ts';

const yaml = `
problem_format_version: 2025-09
type: pass-fail
name:
  en: Hello World!
  sv: Hej världen!
uuid: 0a1b2c3d-4e5f-4a6b-8c7d-0123456789ab
license: cc by-sa
credits:
  authors: [Per Austrin, { name: Gunnar Kreitz, email: gunnar@example.org }]
source: { name: A contest, url: "https://example.org/" }
keywords: [Ad Hoc, strings]
limits:
  time_limit: 1.5
  time_multipliers: { ac_to_time_limit: 2 }
  memory: 2048
  output: 8
  code: 1024
`;

test('what has a place here is taken over, and everything else is told', () => {
  const paths = [
    'problem.yaml',
    'statement/problem.en.md',
    'statement/problem.sv.tex',
    'solution/solution.en.md',
    'data/secret/1.in',
    'submissions/accepted/hello.py',
    'output_validator/validate.cpp',
  ];
  const read = readKattis('hello/problem.yaml', yaml, paths);
  expect(read).toMatchObject({
    uuid: '0a1b2c3d-4e5f-4a6b-8c7d-0123456789ab',
    name: { en: 'Hello World!' },
    license: 'cc by-sa',
    credits: ['Per Austrin', 'Gunnar Kreitz'],
    source: 'A contest, https://example.org/',
    topics: ['ad-hoc', 'strings'],
    limits: { timeMs: 1500, memoryMiB: 2048, outputKiB: 8192, codeKiB: 128 },
    texts: {
      'statement/problem.en.md': 'statement/problem.en.md',
      'solution/solution.en.md': 'solution/solution.en.md',
    },
  });
  expect(read.mapped).toContain('limits.code → limits.code_kib: 128 (1024 is out of 1 to 128)');
  expect(read.leftOut).toEqual([
    'name.sv: names are in en and zh',
    'limits.time_multipliers: a package here has no such limit',
    'type: a package here has no such key',
    'statement/problem.sv.tex: texts are Markdown in en and zh',
    'data/secret/1.in: cases are arguments of a function here, not text on standard input',
    'submissions/accepted/hello.py: solutions are TypeScript modules here',
    'output_validator/validate.cpp: a package here has no place for it',
  ]);
});

test('the older format, with its author and its words in a row', () => {
  const old = 'name: Aaah!\nauthor: Per Austrin\nkeywords: ad hoc\nlicense: public domain\n';
  expect(readKattis('aaah/problem.yaml', old, [])).toMatchObject({
    name: { en: 'Aaah!' },
    credits: ['Per Austrin'],
    topics: ['ad', 'hoc'],
    limits: {},
  });
});

test('a package of ours is not taken for one of Kattis', () => {
  expect(isKattis(yaml)).toBe(true);
  expect(isKattis('problem_format_version: 2025-09-whetstone\n')).toBe(false);
  expect(isKattis('uuid: 0\nentry_points: [add]\n')).toBe(false);
});

test('a package that names no version is of the format before there were versions', () => {
  expect(isKattis('name: Aaah!\nauthor: Per Austrin\n')).toBe(true);
  expect(isKattis('problem_format_version: legacy\nname: Aaah!\n')).toBe(true);
});

test.each(['- just\n- a list\n', 'a word\n', '12\n', '', 'null\n', '{[\n', aliasBomb])(
  'text that is no list of keys is of neither format: %j',
  (text) => expect(isKattis(text)).toBe(false),
);

test('metadata that is not what the format says is refused with the key', () => {
  expect(() => readKattis('x/problem.yaml', 'name: [1]\n', [])).toThrow(/x\/problem\.yaml:1: name/);
  expect(() => readKattis('x/problem.yaml', 'uuid: 12\n', [])).toThrow(/uuid/);
});
