/** A number as people type it: `1,400`, `1.4e9`, `-0.5`, `1,5`, full-width digits, spaces; undefined where it is none. */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s_]/g, '')
    .replace('\u2212', '-')
    .replace(decimalComma, '$1.')
    .replaceAll(/,(?=\d{3}(\D|$))/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * The only mark in a number, where it parts no thousands: other than three digits follow, or at most a zero stands before.
 * The keypads of many languages have no other. `1,500` stays fifteen hundred.
 */
const decimalComma = /^([+-]?(?:0*(?=,\d)|\d+(?!,\d{3}(?:\D|$)))),(?=\d*(?:e[+-]?\d+)?$)/i;
