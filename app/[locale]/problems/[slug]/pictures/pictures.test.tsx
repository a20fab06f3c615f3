import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { ToleranceRules } from '#content/problem.ts';
import { encodePlain } from '#judge/plain-data.ts';
import { Pictures } from './pictures.tsx';

const tolerance: ToleranceRules = {
  default: { kind: 'allclose', rtol: 0, atol: 0.01, nan: 'reject' },
  fields: {},
};

/** What a reader sees of a sample, as text and labels. */
function drawn(expected: object, output: object, failing: string): string {
  const sample = { args: encodePlain({}), expected: encodePlain(expected), tolerance };
  return renderToStaticMarkup(
    <Pictures locale="en" sample={sample} output={encodePlain(output)} failing={failing} />,
  );
}

test('a value that is off by less than the tolerance is not counted and not coloured', () => {
  const html = drawn({ a: [1, 2, 3, 4] }, { a: [1.005, 2, 3, 5] }, 'a');
  expect(html).toContain(workspaceMessages.en.errorMap('a', 1, 4));
  expect(html.match(/fill-fail/g)).toHaveLength(1);
});

test('series within the tolerance do not crowd out the one that is wrong', () => {
  const right = { a: [1, 2], b: [1, 2], c: [1, 2], d: [1, 2] };
  const near = [1.001, 2.001];
  const html = drawn(right, { a: near, b: near, c: near, d: [1, 7] }, 'd');
  expect(html.match(/<figure/g)).toHaveLength(1);
  expect(html).toContain(workspaceMessages.en.errorMap('d', 1, 2));
});

test('of many series that are off, the one that the message speaks of is drawn first', () => {
  const right = { a: [1, 2], b: [1, 2], c: [1, 2], d: [1, 2] };
  const off = [9, 9];
  const html = drawn(right, { a: off, b: off, c: off, d: off }, 'd');
  expect(html.indexOf(workspaceMessages.en.errorMap('d', 2, 2))).toBeGreaterThan(-1);
  expect(html.indexOf(workspaceMessages.en.errorMap('d', 2, 2))).toBeLessThan(
    html.indexOf(workspaceMessages.en.errorMap('a', 2, 2)),
  );
});

test('losses are a curve over the epochs, with what was expected beside it', () => {
  const html = drawn({ losses: [1, 0.5, 0.25] }, { losses: [2, 1, 0.5] }, 'losses');
  expect(html).toContain(`aria-label="${workspaceMessages.en.lossCurve(3)}"`);
  const [expected = '', actual = ''] = [...html.matchAll(/points="([^"]+)"/g)].map(
    ([, points]) => points ?? '',
  );
  const heights = (points: string) => points.split(' ').map((point) => Number(point.split(',')[1]));
  // Downwards on the screen, from the top, where twice the loss begins.
  expect(heights(actual)).toEqual([6, 48, 69]);
  expect(heights(expected)).toEqual([48, 69, 79.5]);
});

test('where nothing is off there is no picture', () => {
  expect(drawn({ a: [1, 2] }, { a: [1, 2.001] }, 'a')).toBe('');
});
