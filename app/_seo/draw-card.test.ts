import { expect, test } from 'vitest';
import { drawCard } from './draw-card.tsx';

async function pictureOf(title: string): Promise<string> {
  const response = await drawCard({ title, line: '', difficulty: null });
  return Buffer.from(await response.arrayBuffer()).toString('base64');
}

test('a title is drawn in its letters, Latin and Han, not in boxes for letters that a typeface lacks', async () => {
  const [one, two, three] = await Promise.all(['剪枝 a', '量化 a', '量化 o'].map(pictureOf));
  expect(one).not.toBe(two);
  expect(two).not.toBe(three);
  expect(await pictureOf('剪枝 a')).toBe(one);
});
