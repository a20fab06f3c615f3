/** Values and kinds of values as text. What a stranger chose is cleaned and bounded here, before it is shown or stored. */
import { cleanText } from '../clean-text.ts';
import { asTypedArray, type PlainData, typedArrayName } from '../plain-data.ts';

const longestText = 200;
const longestKey = 40;
const shownKeys = 12;

/** A single value. `float32` writes the shortest digits that are this float32: 0.1, not 0.10000000149011612. */
export function written(value: PlainData, float32 = false): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'string')
    return cleanText(JSON.stringify(value.slice(0, longestText)), 4 * longestText);
  if (typeof value === 'bigint') return `${String(value).slice(0, longestText)}n`;
  return typeof value === 'number' && float32 ? shortest(value) : String(value);
}

/** How far two numbers are apart, to three digits where it isn't a whole number; `''` where that means nothing. */
export function writtenDifference(expected: PlainData, actual: PlainData): string {
  const difference = differenceOf(expected, actual);
  if (typeof difference === 'bigint') return written(difference);
  if (difference === null) return '';
  return Number.isInteger(difference) ? String(difference) : String(Number(difference.toPrecision(3)));
}

/** `|actual − expected|`; NaN where one is NaN, null where they are not numbers. */
export function differenceOf(expected: PlainData, actual: PlainData): number | bigint | null {
  if (typeof expected === 'number' && typeof actual === 'number') return Math.abs(actual - expected);
  if (typeof expected === 'bigint' && typeof actual === 'bigint') {
    return actual > expected ? actual - expected : expected - actual;
  }
  return null;
}

function shortest(value: number): string {
  if (Math.fround(value) !== value) return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return String(Number(value.toPrecision(9)));
}

/** What kind of thing a value is, in a few words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (ArrayBuffer.isView(value)) {
    return `${typedArrayName(value)} of ${asTypedArray(value)?.length ?? value.byteLength}`;
  }
  if (typeof value === 'object') return keysOf(value);
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function keysOf(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an object without keys';
  const shown = keys.slice(0, shownKeys).map((key) => cleanText(key.slice(0, longestKey), 4 * longestKey));
  return `an object of ${shown.join(', ')}${keys.length > shownKeys ? ', …' : ''}`;
}
