import { expect, test } from 'vitest';
import { headingsOf, plainWords } from './plain-words.ts';

test.each([
  ['It is **what is scarce**, _first_: `int8`.', 'It is what is scarce, first: int8.'],
  ['See [the roofline](/en/questions/roofline) and ![a picture](x.png).', 'See the roofline and a picture.'],
  ['With $\\alpha = \\tfrac{1}{r}$ and $T^2$.', 'With α = 1/r and T^2.'],
  ['Before\n```ts\nconst secret = 1;\n```\nafter', 'Before after'],
  ['- one\n- two\n\n1. three', 'one two three'],
  ['| a | b |\n| - | - |\n| `c_d` | e |', 'a b c_d e'],
  ['a snake_case_name stays', 'a snake_case_name stays'],
])('%j reads %j', (markdown, expected) => {
  expect(plainWords(markdown).replaceAll(/\s+/g, ' ')).toBe(expected);
});

test('headings of every level below the title are listed', () => {
  expect(headingsOf('# Title\n## One `x`\ntext\n### Two\n')).toEqual(['One x', 'Two']);
});
