const words = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu;

/**
 * What is searched for: Latin words whole, Han as overlapping pairs (a single character as itself), since Chinese
 * writes no spaces. `模型剪枝` is 模型, 型剪, 剪枝.
 */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(words)) {
    if (!/\p{Script=Han}/u.test(word)) tokens.push(word);
    else tokens.push(...pairs([...word]));
  }
  return tokens;
}

function pairs(characters: string[]): string[] {
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
