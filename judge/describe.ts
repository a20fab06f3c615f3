/** Failures and compile errors in words, in both languages. Imports the words alone and is safe in a browser. */
import type { CompileDiagnostic, Failure, Locale, WrongElement } from './verdict.ts';

/** Says in a sentence or two why a test did not pass. Numbers and names stand as they came, cleaned by the judge. */
export function describeFailure(failure: Failure, locale: Locale): string {
  return locale === 'zh' ? inChinese(failure) : inEnglish(failure);
}

function inEnglish(failure: Failure): string {
  switch (failure.kind) {
    case 'values':
      return `${place(failure.path, 'The output')} differs in ${failure.wrong} of ${failure.total} ${failure.total === 1 ? 'value' : 'values'}${worst(failure.worst, { lead: ': ', at: 'at', expected: 'expected', actual: ', got' }, 'en')}.`;
    case 'structure':
      return `${place(failure.path, 'The output')}: expected ${failure.expected}, got ${failure.actual}.`;
    case 'not-plain':
      return `${place(failure.path, 'The output')} is ${failure.actual}, which cannot be returned.`;
    case 'secret':
      return 'The output differs from what was expected. This case keeps its values to itself.';
    case 'validator':
      return `The output was rejected: ${failure.message.en}.`;
    case 'threw':
      return `The solution threw ${thrown(failure)}${failure.line === null ? '' : ` at line ${failure.line}`}.`;
    case 'unsettled':
      return 'The promise that the solution returned can never settle: nothing is left that could resolve it.';
    case 'time':
      return `Stopped after ${failure.limitMs} ms of ${failure.clock === 'cpu' ? 'CPU time' : 'waiting'}.`;
    case 'memory':
      return `Stopped at the memory limit of ${failure.limitMiB} MiB.`;
    case 'output':
      return `The ${failure.what === 'console' ? 'console' : 'result'} is larger than ${failure.limitKiB} KiB.`;
    case 'died':
      return `The process ended in the middle of the test (${failure.how}).`;
    case 'judge':
      return 'We could not judge this. The fault is ours; please submit again.';
  }
}

function inChinese(failure: Failure): string {
  switch (failure.kind) {
    case 'values':
      return `${failure.path === '' ? '输出' : `${failure.path} `}有 ${failure.wrong} / ${failure.total} 个值不对${worst(failure.worst, { lead: '：', at: '位置', expected: '期望', actual: '，实际' }, 'zh')}。`;
    case 'structure':
      return `${place(failure.path, '输出')}：期望${kindInChinese(failure.expected)}，实际是${kindInChinese(failure.actual)}。`;
    case 'not-plain':
      return `${place(failure.path, '输出')}${failure.path === '' ? '' : ' '}是${kindInChinese(failure.actual)}，无法作为结果返回。`;
    case 'secret':
      return '输出与期望不符。该用例不公开具体数值。';
    case 'validator':
      return `输出未通过验证：${failure.message.zh}。`;
    case 'threw':
      return `程序抛出了 ${thrown(failure)}${failure.line === null ? '' : `（第 ${failure.line} 行）`}。`;
    case 'unsettled':
      return '返回的 Promise 永远不会有结果：已经没有任何东西能让它完成。';
    case 'time':
      return `${failure.clock === 'cpu' ? 'CPU 时间' : '等待时间'}达到 ${failure.limitMs} ms，已停止。`;
    case 'memory':
      return `达到内存限制 ${failure.limitMiB} MiB，已停止。`;
    case 'output':
      return `${failure.what === 'console' ? '控制台输出' : '返回结果'}超过 ${failure.limitKiB} KiB。`;
    case 'died':
      return `进程在测试中途退出（${failure.how}）。`;
    case 'judge':
      return '本次没能完成评测，问题在我们这边，请重新提交。';
  }
}

function place(path: string, whole: string): string {
  return path === '' ? whole : path;
}

function thrown({ name, message }: { name: string; message: string }): string {
  return message === '' ? name : `${name}: ${message}`;
}

/** With the marks before them. */
type Words = { lead: string; at: string; expected: string; actual: string };

function worst([element]: WrongElement[], words: Words, locale: Locale): string {
  if (!element) return '';
  const { index, actual } = element;
  const where = index.length === 0 ? '' : `${words.at} [${index.join(', ')}] `;
  return `${words.lead}${where}${words.expected} ${describeExpected(element, locale)}${words.actual} ${actual}`;
}

/** `2`, or `2 (2.5 rounded)`. */
export function describeExpected({ expected, quotient }: WrongElement, locale: Locale): string {
  if (quotient === undefined) return expected;
  return locale === 'zh' ? `${expected}（由 ${quotient} 舍入）` : `${expected} (${quotient} rounded)`;
}

/** The comparison names kinds of values in English; these are its words. */
const kinds: [RegExp, string][] = [
  [/^an array of (\d+)$/, '长度为 $1 的数组'],
  [/^(\w+Array) of (\d+)$/, '长度为 $2 的 $1'],
  [/^an object without keys$/, '空对象'],
  [/^an object of (.*)$/, '含 $1 的对象'],
  [/^a hole in the array$/, '数组中的空位'],
  [/^a finite number$/, '有限的数'],
  [/^a text$/, '字符串'],
  [/^a number$/, '数字'],
  [/^a boolean$/, '布尔值'],
  [/^a bigint$/, 'bigint'],
  [/^a function$/, '函数'],
  [/^a symbol$/, 'symbol'],
  [/^a cycle or more than 100 levels$/, '循环引用或超过 100 层的嵌套'],
  [/^a (\w+)$/, '$1'],
];

function kindInChinese(kind: string): string {
  const known = kinds.find(([pattern]) => pattern.test(kind));
  const named = known ? kind.replace(known[0], known[1]) : kind;
  // Between Chinese and Latin letters stands a space.
  return /^\p{Script=Han}/u.test(named) ? named : ` ${named}`;
}

/** What is wrong with the source. TypeScript's own messages are English in both languages, as engineers search for them. */
export function describeDiagnostic({ message }: Pick<CompileDiagnostic, 'message'>, locale: Locale): string {
  if (locale === 'en') return message;
  return ourDiagnostics.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), message);
}

/** The messages of judge/compile that are not TypeScript's. */
const ourDiagnostics: [RegExp, string][] = [
  [
    /^The solution must export (\S+); its type is in signature\.ts\.$/,
    '代码必须导出 $1，它的类型见 signature.ts。',
  ],
  [/^(\S+) is not of its type in signature\.ts\. /, '$1 与 signature.ts 中的类型不符。'],
  [
    /^Cannot import '(.*)': only (\S+) can be imported here\.$/s,
    '不能导入 \u2018$1\u2019：这里只能导入 $2。',
  ],
  [
    /^Cannot import '(.*)': only (\S+) and (\S+) can be imported here\.$/s,
    '不能导入 \u2018$1\u2019：这里只能导入 $2 和 $3。',
  ],
  [/^Modules cannot be imported while running: .*$/, '运行时不能导入模块：请在文件顶部写 import。'],
  [/^The source is longer than (\d+ KiB)\.$/, '源代码超过 $1。'],
  [/^Type checking took more than (\d+) seconds\.$/, '类型检查超过 $1 秒，已停止。'],
  [/^Type checking needed more than (.*) of memory\.$/, '类型检查所需内存超过 $1，已停止。'],
  [/^The type checker gave up on this source: .*$/, '类型检查器无法处理这段代码：嵌套太深或规模太大。'],
];
