import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question, QuestionText } from '#content/question.ts';
import { readAnki } from '#tests/harness/anki-reader.ts';
import { ankiNote, ankiText } from './anki.ts';

const text: QuestionText = {
  title: 'What does "x < y & z" cost?',
  short:
    'It costs $O(n)$, see [LoRA](/en/questions/lora) <script>alert(1)</script>\n\n```ts\nconst a = "b";\n\tconst c = 1;\n```',
  full: '',
  keyPoints: ['**Rank** is $r < k$', 'a\n\nb'],
  wrongAnswers: [],
  followUps: [],
  checks: [],
  sources: [],
};
const question: Question = {
  slug: 'cost',
  topics: ['pre-training'],
  difficulty: 'easy',
  problems: [],
  updated: '2026-01-31',
  text: { en: text, zh: { ...text, title: '代价？' } },
};
const note = (locale: 'en' | 'zh') => ankiNote(question, locale, 'https://example.org');

test('the header says which column is what, and each row has them', async () => {
  const notes = [await note('en'), await note('zh')];
  const { header, rows } = readAnki(ankiText(notes, 'Basic'));
  expect(Object.fromEntries(header)).toEqual({
    separator: 'tab',
    html: 'true',
    'guid column': '1',
    'notetype column': '2',
    'deck column': '3',
    'tags column': '6',
  });
  expect(rows).toEqual(
    notes.map(({ guid, deck, front, back, tags }) => [guid, 'Basic', deck, front, back, tags.join(' ')]),
  );
});

test('a second import updates: a note is called the same each time, and otherwise in each language', async () => {
  expect((await note('en')).guid).toBe((await note('en')).guid);
  expect((await note('en')).guid).not.toBe((await note('zh')).guid);
  expect((await note('en')).deck).not.toBe((await note('zh')).deck);
});

test('a note shows what is asked as text, formulas as Anki sets them, whole links and nothing that runs', async () => {
  const { front, back, tags } = await note('en');
  expect(front).toBe('What does &#34;x &#60; y &#38; z&#34; cost?');
  expect(back).toContain('\\(O(n)\\)');
  expect(back).toContain('<li><strong>Rank</strong> is \\(r &#x3C; k\\)</li>');
  expect(back).toContain('<a href="https://example.org/en/questions/lora">');
  expect(back).toContain('<a href="https://example.org/en/questions/cost">');
  expect(back).not.toMatch(/<script|class=/);
  expect(tags).toEqual(['whetstone', 'whetstone::easy', 'whetstone::Pre-training']);
});

test('quotes, tabs and lines in a field are read as they were written', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '#', ',', '复', ' ') });
  fc.assert(
    fc.property(fc.array(fc.record({ front: field, back: field })), (fields) => {
      const notes = fields.map(({ front, back }, index) => ({
        guid: `g${index}`,
        deck: 'd',
        front,
        back,
        tags: ['a', 'b'],
      }));
      const { rows } = readAnki(ankiText(notes, 'Basic'));
      expect(rows).toEqual(notes.map(({ guid, front, back }) => [guid, 'Basic', 'd', front, back, 'a b']));
    }),
  );
});
