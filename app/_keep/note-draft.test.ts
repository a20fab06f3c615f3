import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconcile } from './note-draft.ts';

const revision = fc.option(fc.constantFrom('one', 'two'));
const note = fc.option(
  fc.record({ text: fc.string({ minLength: 1 }), revision: fc.constantFrom('one', 'two') }),
);

test('of a note that was changed in two places at once no word is lost', () => {
  fc.assert(
    fc.property(fc.record({ text: fc.string(), revision }), note, (draft, server) => {
      const { text } = reconcile(draft, server);
      expect(text).toContain(draft.text);
      if (draft.revision !== (server?.revision ?? null)) expect(text).toContain(server?.text ?? '');
    }),
  );
});

test('who wrote over what stands there gets what they wrote, also nothing', () => {
  expect(reconcile({ text: '', revision: 'one' }, { text: 'before', revision: 'one' })).toEqual({
    text: '',
    joined: false,
  });
});

test('the same words from two devices stand there once', () => {
  const server = { text: 'rank 8\n\nand more', revision: 'two' };
  expect(reconcile({ text: 'rank 8', revision: 'one' }, server)).toEqual({
    text: server.text,
    joined: false,
  });
});

test('what two devices wrote apart stands below each other', () => {
  expect(reconcile({ text: 'mine', revision: null }, { text: 'theirs', revision: 'two' })).toEqual({
    text: 'theirs\n\n---\n\nmine',
    joined: true,
  });
});
