import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);
const grounds = ['paper', 'surface', 'sunken'];
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['ink-muted', ground, 4.5],
    ['accent', ground, 4.5],
    ['line-strong', ground, 3],
  ]),
  ['ink', 'accent-soft', 7],
  ['ink-muted', 'accent-soft', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['ink', 'mark', 7],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ...['pass', 'fail', 'warn'].flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-soft`, 4.5],
    [tone, 'surface', 4.5],
    ['ink', `${tone}-soft`, 7],
  ]),
];

test.each(pairs)('%s on %s stands out by %s to 1 in both themes', (front, back, least) => {
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(colours.get(front)?.[theme] ?? '', colours.get(back)?.[theme] ?? '')).toBeGreaterThan(
      least,
    );
  }
});

/** WCAG 2.2, «contrast ratio». */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
