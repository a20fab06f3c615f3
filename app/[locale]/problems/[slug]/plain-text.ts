import type { PublicSample } from '#content/public-problem.ts';
import { rightAnswer } from '#judge/check.ts';
import { decodePlain, type PlainData, typedArrayName } from '#judge/plain-data.ts';

/** Plain data as a reader wants it: short arrays on a line, long ones cut in the middle. */
export function plainText(encoded: string): string {
  return written(decodePlain(encoded), '');
}

/** What a right solution returns for a sample: integers, where what is stored are the quotients that they are rounded from. */
export function expectedText({ expected, tolerance }: Pick<PublicSample, 'expected' | 'tolerance'>): string {
  return written(rightAnswer(decodePlain(expected), tolerance), '');
}

const shownElements = 24;
const lineLength = 72;

function written(value: PlainData, indent: string): string {
  if (ArrayBuffer.isView(value))
    return `${typedArrayName(value)} ${list(Array.from(value as Float32Array, numberText), indent)}`;
  if (Array.isArray(value))
    return list(
      value.map((element) => written(element, `${indent}  `)),
      indent,
    );
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const entries = Object.entries(value).map(
    ([key, element]) => `${key}: ${written(element as PlainData, `${indent}  `)}`,
  );
  return lines(entries, { open: '{', close: '}', indent });
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  // A float32 is shown with the digits that tell it from its neighbours.
  return Number.isInteger(value) || !Number.isFinite(value)
    ? String(value)
    : String(Number(value.toPrecision(9)));
}

function list(elements: string[], indent: string): string {
  const shown =
    elements.length > shownElements
      ? [...elements.slice(0, shownElements), `… ${elements.length} in all`]
      : elements;
  return lines(shown, { open: '[', close: ']', indent });
}

function lines(
  parts: string[],
  { open, close, indent }: { open: string; close: string; indent: string },
): string {
  const line = `${open}${open === '{' ? ' ' : ''}${parts.join(', ')}${open === '{' ? ' ' : ''}${close}`;
  if (parts.length === 0) return `${open}${close}`;
  if (line.length + indent.length <= lineLength && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}
