import { expect, test } from 'vitest';
import { isCommandK } from './use-global-keys.ts';

const pressed = { key: 'k', code: 'KeyK', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };

test('Ctrl or ⌘ with K opens the search, also on a keyboard that writes no Latin letters', () => {
  expect(isCommandK(pressed)).toBe(true);
  expect(isCommandK({ ...pressed, ctrlKey: false, metaKey: true })).toBe(true);
  expect(isCommandK({ ...pressed, key: 'л' })).toBe(true);
});

test('neither K alone, nor with more keys, nor the key that a Dvorak keyboard has in its place', () => {
  expect(isCommandK({ ...pressed, ctrlKey: false })).toBe(false);
  expect(isCommandK({ ...pressed, shiftKey: true })).toBe(false);
  expect(isCommandK({ ...pressed, altKey: true })).toBe(false);
  expect(isCommandK({ ...pressed, key: 't' })).toBe(false);
});
