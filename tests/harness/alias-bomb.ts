/** Two kilobytes of YAML that stand for a hundred million values. */
export const aliasBomb = [
  'args:',
  '  a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key, i) => {
    const before = `*${'abcdefg'.charAt(i)}`;
    return `  ${key}: &${key} [${Array(10).fill(before).join(', ')}]`;
  }),
  '',
].join('\n');
