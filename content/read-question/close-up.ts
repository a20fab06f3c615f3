const marks = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef';
const stray = new RegExp(`(?<=[${marks}”][*]{0,2}) (?=[*]{0,2}[${marks}“])`, 'gu');

/** Text without the spaces that YAML's folding puts where a line ends between Chinese, which is written without any. */
export function closeUp(text: string): string {
  return text.replace(stray, '');
}
