import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Topic } from '#content/topic.ts';
import { box, layersOf, layOut } from './lay-out.ts';

/** Maps without circles: a topic builds on earlier ones alone. */
const maps = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 24 }).map((all) =>
  all.map(
    (before, index): Topic => ({
      slug: `t${index}`,
      about: { en: '', zh: '' },
      after: index === 0 ? [] : [...new Set(before.map((pick) => `t${pick % index}`))],
    }),
  ),
);

test('every topic stands once, to the right of all that it builds on', () => {
  fc.assert(
    fc.property(maps, (topics) => {
      const layers = layersOf(topics);
      expect(layers.flat()).toHaveLength(topics.length);
      const layerOf = (slug: string) => layers.findIndex((layer) => layer.some((one) => one.slug === slug));
      for (const { slug, after } of topics)
        for (const before of after) expect(layerOf(before)).toBeLessThan(layerOf(slug));
    }),
  );
});

test('no two boxes overlap, all are inside the drawing, and each line runs to the right from box to box', () => {
  fc.assert(
    fc.property(maps, (topics) => {
      const { nodes, lines, width, height } = layOut(topics);
      for (const [index, { x, y }] of nodes.entries()) {
        expect(x + box.width).toBeLessThanOrEqual(width);
        expect(y - box.height / 2).toBeGreaterThanOrEqual(-0.001);
        expect(y + box.height / 2).toBeLessThanOrEqual(height + 0.001);
        for (const other of nodes.slice(index + 1))
          expect(x !== other.x || Math.abs(y - other.y) >= box.height).toBe(true);
      }
      for (const { from, to, points } of lines) {
        const start = nodes.find(({ slug }) => slug === from);
        const end = nodes.find(({ slug }) => slug === to);
        expect(points[0]).toEqual({ x: (start?.x ?? 0) + box.width, y: start?.y });
        expect(points.at(-1)).toEqual({ x: end?.x, y: end?.y });
        expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b));
      }
    }),
  );
});
