/** `B, GB or GiB` */
const some = (units: string[], comma: string, or: string) =>
  units.length < 2 ? units.join() : `${units.slice(0, -1).join(comma)}${or}${units.at(-1)}`;

const en = {
  solution: 'Solution',
  quantityHint: 'A number and its unit, such as 1.5 GB or 1,536 MiB.',
  timeHint: 'A number and its unit, such as 15 ms.',
  rateHint: 'A number and its unit, such as 150 tokens/s.',
  shareHint: 'A share, such as 27.3 % or 0.273.',
  countHint: 'A number, such as 703, 4.2 M or 1.4e9.',
  noNumber: 'Write a number first, such as 1.5 or 1.5e9.',
  noUnit: (units: string[]) => `The unit is missing: say ${some(units, ', ', ' or ')}, for example.`,
  unknownUnit: (unit: string, units: string[]) =>
    `“${unit}” is not a unit I know here: say ${some(units, ', ', ' or ')}, for example.`,
  otherDimension: (unit: string, units: string[]) =>
    unit === ''
      ? 'A number alone does not say it.'
      : `“${unit}” measures something else${units.length === 0 ? '' : `: say ${some(units, ', ', ' or ')}, for example`}.`,
  wrongUnit: (unit: string, meant: string) =>
    meant === ''
      ? `The number fits, the unit does not: it would be right without “${unit}”.`
      : unit === ''
        ? `The number fits, the unit is missing: it would be right in ${meant}.`
        : `The number fits, the unit does not: it would be right in ${meant}, not in ${unit}.`,
  binary: 'A GB is 10⁹ bytes, a GiB 2³⁰; MB and MiB, kB and KiB differ alike.',
  bits: 'A byte, B, has 8 bits, b.',
  tooLarge: 'The unit is fine; the number is too large.',
  tooSmall: 'The unit is fine; the number is too small.',
  numberTooLarge: 'The number is too large.',
  numberTooSmall: 'The number is too small.',
  orderHow: 'Put the steps into order: by the arrows, by the arrow keys on them, or by dragging.',
  moveUp: 'Move up',
  moveDown: 'Move down',
  place: (place: number, of: number) => `Now at place ${place} of ${of}`,
  inOrder: 'Right. Here is why each step stands where it does.',
  outOfOrder: (right: number, all: number, moves: number) =>
    `Not right yet: ${right} of ${all} steps stand where they belong. ${moves === 1 ? 'Moving one step' : `Moving ${moves} steps`} is enough.`,
  rightPlace: 'belongs here',
  wrongPlace: 'belongs elsewhere',
  matchHow: 'Choose what fits for each. The same may fit more than one.',
  matchOnce: 'Choose what fits for each. Each fits once.',
  choosePartner: 'Choose …',
  chooseEach: 'Choose something for each first.',
  allMatch: 'Right. Here is why, pair by pair.',
  someMatch: (right: number, all: number) => `Not right yet: ${right} of ${all} pairs are right.`,
  rightPair: 'fits',
  wrongPair: 'does not fit',
  fresh: 'Fresh numbers each time',
  another: 'Another one',
  variant: (seed: number) => `No. ${seed}`,
  variantHint: 'Link to these numbers',
  backTo: (seed: number) => `Back to no. ${seed}`,
  worked: 'Worked out with these numbers',
  showWorked: 'Show how it is worked out',
  notFresh: 'Fresh numbers could not be loaded. Here are fixed ones, worked out.',
};

const zh: typeof en = {
  solution: '解答',
  quantityHint: '数和单位，例如 1.5 GB、1,536 MiB 或 15 亿字节。',
  timeHint: '数和单位，例如 15 ms 或 15 毫秒。',
  rateHint: '数和单位，例如 150 token/s。',
  shareHint: '比例，例如 27.3% 或 0.273。',
  countHint: '一个数，例如 703、420 万或 1.4e9。',
  noNumber: '请先填写一个数，例如 1.5 或 1.5e9。',
  noUnit: (units) => `缺少单位：可以写 ${some(units, '、', ' 或 ')}。`,
  unknownUnit: (unit, units) => `这里不认识单位“${unit}”：可以写 ${some(units, '、', ' 或 ')}。`,
  otherDimension: (unit, units) =>
    unit === ''
      ? '只有一个数还不够。'
      : `“${unit}”量的是别的东西${units.length === 0 ? '' : `：可以写 ${some(units, '、', ' 或 ')}`}。`,
  wrongUnit: (unit, meant) =>
    meant === ''
      ? `数对了，单位不对：去掉“${unit}”就对了。`
      : unit === ''
        ? `数对了，但少了单位：应为 ${meant}。`
        : `数对了，单位不对：应为 ${meant}，而不是 ${unit}。`,
  binary: '1 GB 是 10⁹ 字节，1 GiB 是 2³⁰ 字节；MB 与 MiB、kB 与 KiB 同理。',
  bits: '1 字节（B）是 8 比特（b）。',
  tooLarge: '单位没问题，数偏大。',
  tooSmall: '单位没问题，数偏小。',
  numberTooLarge: '数偏大。',
  numberTooSmall: '数偏小。',
  orderHow: '把步骤排好顺序：点箭头、在箭头上按方向键，或拖动。',
  moveUp: '上移',
  moveDown: '下移',
  place: (place, of) => `现在是第 ${place} 步，共 ${of} 步`,
  inOrder: '正确。每一步为什么在这个位置，说明如下。',
  outOfOrder: (right, all, moves) =>
    `还不对：${all} 步中有 ${right} 步在正确的位置，挪动其中 ${moves} 步就能排对。`,
  rightPlace: '位置正确',
  wrongPlace: '位置不对',
  matchHow: '为每一项选出对应的内容，同一个可以用不止一次。',
  matchOnce: '为每一项选出对应的内容。每个只用一次。',
  choosePartner: '请选择…',
  chooseEach: '请先为每一项都作出选择。',
  allMatch: '正确。逐项说明如下。',
  someMatch: (right, all) => `还不对：${all} 对中有 ${right} 对正确。`,
  rightPair: '对应正确',
  wrongPair: '不对应',
  fresh: '每次换一组数',
  another: '换一题',
  variant: (seed) => `第 ${seed} 号`,
  variantHint: '指向这组数的链接',
  backTo: (seed) => `回到第 ${seed} 号`,
  worked: '用这组数算一遍',
  showWorked: '看看怎么算',
  notFresh: '没能载入新的数。下面是一组固定的数及其算法。',
};

export const checkMessages = { en, zh };
