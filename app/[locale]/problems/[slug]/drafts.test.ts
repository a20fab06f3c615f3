import { expect, test } from 'vitest';
import { chooseDraft } from './drafts.ts';

const template = 'the template';
const at = (seconds: number) => Date.UTC(2026, 0, 1, 12, 0, seconds);
const local = (seconds: number) => ({ source: 'typed here', savedAt: at(seconds) });
const server = (seconds: number, source = 'typed elsewhere') => ({
  source,
  savedAt: new Date(at(seconds)).toISOString(),
});

test('a first visit begins with the template', () => {
  expect(chooseDraft(undefined, null, template)).toEqual({ initial: template, offered: null });
});

test('a new browser goes on with what was saved on the server', () => {
  expect(chooseDraft(undefined, server(0), template).initial).toBe('typed elsewhere');
});

test('what was typed here stays, and a newer draft from elsewhere is offered', () => {
  expect(chooseDraft(local(0), server(60), template)).toEqual({ initial: 'typed here', offered: server(60) });
});

test.each([
  ['older', server(0), local(60)],
  ['the very same', server(60, 'typed here'), local(0)],
  ['saved at the same moment', server(1), local(0)],
])('a draft that is %s is not offered', (_, theirs, mine) => {
  expect(chooseDraft(mine, theirs, template)).toEqual({ initial: 'typed here', offered: null });
});
