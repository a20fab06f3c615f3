/** A run of Han, or a Latin word with what its hyphens and apostrophes join: `int8量化` is two. */
export const words =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[-'’](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*/gu;

const han = /^\p{Script=Han}/u;

/** As it is compared: full-width letters are letters, and case does not matter. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function isHan(token: string): boolean {
  return han.test(token);
}

/**
 * What is searched for: Latin words whole, Han as overlapping pairs (a single character as itself), since Chinese
 * writes no spaces. `模型剪枝` is 模型, 型剪, 剪枝; `fine-tuning` is fine, tuning.
 */
export function tokenize(query: string): string[] {
  return wordsOf(query).flatMap((word) => (isHan(word) ? pairs([...word]) : parts(word)));
}

/**
 * What is found: the same tokens, the last Han character of each run by itself (no pair begins with it), and a word of
 * several parts also in one piece, for those who write `finetuning`.
 */
export function tokenizeText(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    if (!isHan(word)) {
      const all = parts(word);
      return all.length === 1 ? all : [...all, all.join('')];
    }
    const characters = [...word];
    return characters.length === 1 ? characters : [...pairs(characters), ...characters.slice(-1)];
  });
}

function wordsOf(text: string): string[] {
  return Array.from(normalize(text).matchAll(words), ([word]) => word);
}

/** `model’s` is model. */
export function parts(word: string): string[] {
  return word.split('-').flatMap((part) => part.split(/['’]/)[0] || []);
}

function pairs(characters: string[]): string[] {
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
