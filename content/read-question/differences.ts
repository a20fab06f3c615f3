import type { Check, ChoiceOption, QuestionText } from '../question.ts';

/** `path` is that of the front matter. */
export type Difference = { path: (string | number)[]; message: string };

type Path = Difference['path'];

/** Where the Chinese says something else than the English: counts, checks, right answers, sources. */
export function differences(en: QuestionText, zh: QuestionText): Difference[] {
  return [
    ...count(['key_points'], en.keyPoints, zh.keyPoints),
    ...count(['wrong_answers'], en.wrongAnswers, zh.wrongAnswers),
    ...count(['follow_ups'], en.followUps, zh.followUps),
    ...count(['sources'], en.sources, zh.sources),
    ...en.sources.flatMap(({ url }, i) => same(['sources', i, 'url'], url, zh.sources[i]?.url ?? url)),
    ...checkLists(en.checks, zh.checks),
  ];
}

function checkLists(en: Check[], zh: Check[]): Difference[] {
  const ids = (checks: Check[]) => checks.map(({ id }) => id).join(', ');
  const listed = same(['checks'], ids(en), ids(zh));
  if (listed.length > 0) return listed;
  return en.flatMap((check, i) => {
    const other = zh[i];
    return other === undefined ? [] : checkPair(['checks', i], check, other);
  });
}

type Of<K extends Check['kind']> = Extract<Check, { kind: K }>;

function checkPair(path: Path, en: Check, zh: Check): Difference[] {
  if (en.kind === 'number' && zh.kind === 'number') return numbers(path, en, zh);
  if (en.kind === 'choice' && zh.kind === 'choice')
    return [
      ...same([...path, 'multiple'], en.multiple, zh.multiple),
      ...count([...path, 'options'], en.options, zh.options),
      ...rightOptions([...path, 'options'], en.options, zh.options),
    ];
  if (en.kind === 'quantity' && zh.kind === 'quantity')
    return [
      ...same([...path, 'answer'], en.answer, zh.answer),
      ...same([...path, 'tolerance'], en.tolerance, zh.tolerance),
    ];
  if (en.kind === 'order' && zh.kind === 'order') return count([...path, 'steps'], en.steps, zh.steps);
  if (en.kind === 'match' && zh.kind === 'match')
    return [...count([...path, 'pairs'], en.pairs, zh.pairs), ...partners([...path, 'pairs'], en, zh)];
  if (en.kind === 'generated' && zh.kind === 'generated')
    return same([...path, 'generator'], en.generator, zh.generator);
  return same([...path, 'kind'], en.kind, zh.kind);
}

function numbers(path: Path, en: Of<'number'>, zh: Of<'number'>): Difference[] {
  // Units are words and may differ; that there is one may not.
  const unit = (en.unit === '') === (zh.unit === '') ? [] : same([...path, 'unit'], en.unit, zh.unit);
  return [
    ...same([...path, 'answer'], en.answer, zh.answer),
    ...same([...path, 'tolerance'], en.tolerance, zh.tolerance),
    ...unit,
  ];
}

/** Who shares a partner does so in both languages. */
function partners(path: Path, en: Of<'match'>, zh: Of<'match'>): Difference[] {
  if (en.pairs.length !== zh.pairs.length) return [];
  const first = ({ pairs }: Of<'match'>, i: number) =>
    pairs.findIndex(({ right }) => right === pairs[i]?.right);
  return en.pairs.flatMap((_pair, i) => {
    const [expected, actual] = [first(en, i), first(zh, i)];
    const told = (pair: number) => (pair === i ? 'a partner of its own' : `the partner of pairs.${pair}`);
    return same([...path, i, 'right'], told(expected), told(actual));
  });
}

function rightOptions(path: Path, en: ChoiceOption[], zh: ChoiceOption[]): Difference[] {
  // One option more or less moves all behind it.
  if (en.length !== zh.length) return [];
  return en.flatMap(({ correct }, i) => same([...path, i, 'correct'], correct, zh[i]?.correct ?? correct));
}

function count(path: Path, en: unknown[], zh: unknown[]): Difference[] {
  return same(path, en.length, zh.length);
}

function same(path: Path, expected: unknown, actual: unknown): Difference[] {
  return expected === actual ? [] : [{ path, message: `expected ${expected} as in en.md, got ${actual}` }];
}
