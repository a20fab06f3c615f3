/** Numbers with units as people type them: `1.5 GB`, `1.5e9 B`, `1,536 MiB`, `3.2 亿`, `１５ 毫秒`. Runs in the browser too. */
import { parseNumber } from './parse-number.ts';
import { type Dimension, findUnit, sameDimension, type Unit, unitsOf } from './quantity/units.ts';

/** `value` is in the base unit of its dimension: bytes, seconds, tokens, a share of 1. */
export type Quantity = { value: number; dimension: Dimension };

/** What is wrong where something is: what was typed, its unit, or its number. */
export type QuantityGrade =
  | { kind: 'right' }
  | { kind: 'no-number' }
  | { kind: 'no-unit'; examples: string[] }
  | { kind: 'unknown-unit'; unit: string; examples: string[] }
  /** A unit of something else: seconds where bytes are asked for. */
  | { kind: 'other-dimension'; unit: string; examples: string[] }
  /** The number would be right with another unit. */
  | { kind: 'wrong-unit'; unit: string; meant: string }
  | { kind: 'wrong-number'; value: number; tooLarge: boolean };

/** The answer of an author; undefined where it is no number with a unit that is known. */
export function parseQuantity(text: string): Quantity | undefined {
  const split = splitQuantity(text);
  const unit = split && findUnit(split.unit);
  return unit && { value: split.number * unit.factor, dimension: unit.dimension };
}

/** Grades what a reader typed; `tolerance` is a share of the answer. */
export function gradeQuantity(text: string, answer: Quantity, tolerance: number): QuantityGrade {
  const split = splitQuantity(text);
  if (split === undefined) return { kind: 'no-number' };
  const { number } = split;
  const unit = findUnit(split.unit, answer.dimension);
  if (unit === undefined) return tellUnit(split.unit, answer);
  const near = ({ factor }: Pick<Unit, 'factor'>) =>
    Math.abs(number * factor - answer.value) <= tolerance * Math.abs(answer.value);
  if (near(unit)) return { kind: 'right' };
  const meant = unitsOf(answer.dimension).find(near);
  if (meant !== undefined) return { kind: 'wrong-unit', unit: split.unit, meant: meant.name };
  const value = number * unit.factor;
  return { kind: 'wrong-number', value, tooLarge: value > answer.value };
}

function tellUnit(unit: string, { dimension }: Quantity): QuantityGrade {
  const examples = unitsOf(dimension)
    .filter(({ example }) => example)
    .map(({ name }) => name);
  if (unit === '') return { kind: 'no-unit', examples };
  const other = findUnit(unit);
  // A mere G is short for something, and in front of bytes there is more than one thing.
  const short = /^[KMGT]$/i.test(unit);
  const apart = other !== undefined && !short && !sameDimension(other.dimension, dimension);
  const kind = apart ? 'other-dimension' : 'unknown-unit';
  return { kind, unit, examples };
}

/** Words that multiply, in front of any unit. */
const multipliers: Record<string, number> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const multiplied = new RegExp(`^(${Object.keys(multipliers).join('|')})(.*)$`, 'i');

/** A number and what stands behind it. */
function splitQuantity(text: string): { number: number; unit: string } | undefined {
  const plain = spellOut(text);
  const [, digits = '', rest = ''] = /^([+-]?[\d\s,_]*(?:\.\d*)?(?:e[+-]?\d+)?)(.*)$/i.exec(plain) ?? [];
  const number = parseNumber(digits);
  if (number === undefined) return undefined;
  const [, word = '', behind = ''] = multiplied.exec(rest.trim()) ?? [];
  const factor = multipliers[word.toLowerCase()];
  return factor === undefined
    ? { number, unit: rest.trim() }
    : { number: number * factor, unit: behind.trim() };
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Full-width letters, powers of ten, and what Chinese puts in front, as `1.5e9 B/s`. */
function spellOut(text: string): string {
  return text
    .replaceAll(
      /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (power) => `^${[...power].map((one) => superscripts.indexOf(one)).join('')}`,
    )
    .replaceAll('⁻^', '^-')
    .normalize('NFKC')
    .trim()
    .replaceAll('−', '-')
    .replace(/\s*[×x*·]\s*10\s*\^\s*/i, 'e')
    .replace(/^百分之(.*)$/, '$1%')
    .replace(/^每秒(.*)$/, '$1/s')
    .replace(/^(约|大约|about|≈|~|=)\s*/i, '');
}
