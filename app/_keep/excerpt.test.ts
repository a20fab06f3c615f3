import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

test.each([
  ['## Rank\n\n- **r** is `4`\n- see [LoRA](/en/questions/lora)', 'Rank r is 4 see LoRA'],
  ['> quoted\n\n```ts\nconst a = 1;\n```', 'quoted const a = 1;'],
  ['3 * 4 - 1 > 2', '3 * 4 - 1 > 2'],
  ['先量化，\n再剪枝', '先量化， 再剪枝'],
])('a note begins in plain words: %j', (text, line) => {
  expect(excerptOf(text)).toBe(line);
});

test('a long note is cut between characters, never inside of one', () => {
  const line = excerptOf('😀'.repeat(500));
  expect(line).toBe(`${'😀'.repeat(160)}…`);
});
