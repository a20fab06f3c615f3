/** What stands where a type stood: a blank of as many bytes as the character had, or what keeps a statement or a list together. */
const put = new Set([...' \u00a0\u2002\ufeff;()'].map((character) => character.charCodeAt(0)));

/**
 * Whether JavaScript is its TypeScript with blanks for types. The checker reads one stranger's source after the other, so
 * whoever took it over could give the next one's code another meaning; this leaves it no letter to write with.
 */
export function isStripped(source: string, javascript: string): boolean {
  // The stripper drops a byte order mark and writes UTF-8.
  const text = source.replace(/^\ufeff/, '').toWellFormed();
  if (text.length !== javascript.length) return false;
  for (let i = 0; i < text.length; i += 1) {
    const code = javascript.charCodeAt(i);
    if (code !== text.charCodeAt(i) && !put.has(code)) return false;
  }
  return true;
}
