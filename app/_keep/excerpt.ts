const length = 160;

/** How a note begins, as one line without markdown's signs. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, 8 * length)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6} |[-*+] |\d+\. |> ?)+/gm, '')
    .replace(/^```\w*$|^-{3,}$|`+|\*\*|__|~~|\*(?=\S)|(?<=\S)\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= length ? line : `${letters.slice(0, length).join('').trimEnd()}…`;
}
