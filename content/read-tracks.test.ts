import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentError } from './content-error.ts';
import { readTracks } from './read-tracks.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whetstone-tracks-'));
  mkdirSync(join(folder, 'tracks'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const linkable = { questions: new Set(['why', 'how']), problems: new Set(['do']) };
const head = 'name: { en: A way, zh: 路线 }\nlead: { en: Words., zh: 说明。 }\nsteps:\n';
const step = (day: number, task: string) => `  - { day: ${day}, ${task}, why: { en: Since., zh: 因为。 } }\n`;

const write = (name: string, yaml: string) => writeFileSync(join(folder, 'tracks', name), yaml);

async function told(): Promise<string> {
  try {
    await readTracks(folder, linkable);
    return '';
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
}

test('tracks are read with their steps, the longest first', async () => {
  write('a.yaml', head + step(1, 'question: why'));
  write('b.yaml', head + step(1, 'problem: do') + step(2, 'practice: true'));
  expect(await readTracks(folder, linkable)).toMatchObject([
    {
      slug: 'b',
      days: 2,
      steps: [
        { kind: 'problem', slug: 'do', day: 1 },
        { kind: 'practice', day: 2 },
      ],
    },
    { slug: 'a', days: 1, steps: [{ kind: 'question', slug: 'why' }] },
  ]);
});

test('a step that leads nowhere is told at its line', async () => {
  write('a.yaml', head + step(1, 'question: why') + step(1, 'problem: gone'));
  expect(await told()).toBe('tracks/a.yaml:5: steps.1: there is no problem gone');
});

test('days go on one by one, and nothing is done twice', async () => {
  write('a.yaml', head + step(2, 'question: why') + step(4, 'question: why') + step(3, 'problem: do'));
  expect(await told()).toBe(
    [
      'tracks/a.yaml:4: steps.0: day 2 comes after day 0: days go on one by one, from 1',
      'tracks/a.yaml:5: steps.1: day 4 comes after day 2: days go on one by one, from 1',
      'tracks/a.yaml:5: steps.1: question why is already step 0',
      'tracks/a.yaml:6: steps.2: day 3 comes after day 4: days go on one by one, from 1',
    ].join('\n'),
  );
});

test('a step has one thing to do and a reason in both languages', async () => {
  write('a.yaml', `${head}  - { day: 1, question: why, problem: do, why: { en: Since., zh: 因为。 } }\n`);
  expect(await told()).toMatch(/^tracks\/a\.yaml:4: steps\.0\.(problem|question): unknown key$/);
  write('a.yaml', `${head}  - { day: 1, question: why, why: { en: Since. } }\n`);
  expect(await told()).toMatch(/^tracks\/a\.yaml:4: steps\.0\.why\.zh: /);
});

test('a file of another kind has no place there', async () => {
  write('notes.md', 'hello');
  expect(await told()).toBe('tracks/notes.md: expected lower-case words joined by hyphens, and .yaml');
});
