/**
 * Places topics in columns so that each stands to the right of all that it builds on: longest paths for the columns,
 * bends where a line passes columns, and rows ordered by the middle of their neighbours so that few lines cross (Sugiyama,
 * Tagawa and Toda 1981).
 */
import type { Topic } from '#content/topic.ts';

export type Point = { x: number; y: number };
export type Placed = { slug: string; layer: number; x: number; y: number };
/** From what to know first to what builds on it, through its bends. */
export type Line = { from: string; to: string; points: Point[] };
export type TopicMap = { nodes: Placed[]; lines: Line[]; width: number; height: number };

export const box = { width: 174, height: 50 };
const gap = { x: 58, y: 12 };
const bendHeight = 10;
const sweeps = 12;

/** Topics in layers: in the first stand those that build on nothing, in each other what builds on the one before. */
export function layersOf(topics: readonly Topic[]): Topic[][] {
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const known = new Map<string, number>();
  const layerOf = (slug: string): number => {
    const layer =
      known.get(slug) ?? Math.max(0, ...(bySlug.get(slug)?.after ?? []).map((before) => layerOf(before) + 1));
    known.set(slug, layer);
    return layer;
  };
  const layers: Topic[][] = [];
  for (const topic of topics) {
    const layer = layerOf(topic.slug);
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(topic);
  }
  return layers;
}

type Cell = { id: string; topic: boolean };

export function layOut(topics: readonly Topic[]): TopicMap {
  const layers = layersOf(topics);
  const layerOf = new Map(layers.flatMap((layer, index) => layer.map(({ slug }) => [slug, index] as const)));
  const columns: Cell[][] = layers.map((layer) => layer.map(({ slug }) => ({ id: slug, topic: true })));
  const paths: string[][] = [];
  for (const { slug, after } of topics) {
    for (const before of after) {
      const path = [before];
      for (let at = (layerOf.get(before) ?? 0) + 1; at < (layerOf.get(slug) ?? 0); at++) {
        const bend = `${before}>${slug}@${at}`;
        columns[at]?.push({ id: bend, topic: false });
        path.push(bend);
      }
      paths.push([...path, slug]);
    }
  }
  order(columns, paths);
  const height = Math.max(...columns.map(heightOf));
  const places = place(columns, height);
  const at = (id: string): Point => places.get(id) ?? { x: 0, y: 0 };
  return {
    nodes: [...layerOf].map(([slug, layer]) => ({ slug, layer, ...at(slug) })),
    lines: paths.map((path) => ({
      from: path[0] ?? '',
      to: path.at(-1) ?? '',
      points: pointsOf(path.map(at)),
    })),
    width: columns.length * (box.width + gap.x) - gap.x,
    height,
  };
}

/** A line leaves a topic at its right edge, enters at the left, and crosses a column at the height of its bend. */
function pointsOf(places: readonly Point[]): Point[] {
  const edges = places.flatMap(({ x, y }) => [
    { x, y },
    { x: x + box.width, y },
  ]);
  return edges.slice(1, -1);
}

type Neighbours = Map<string, { left: string[]; right: string[] }>;

function neighboursOf(paths: readonly string[][]): Neighbours {
  const neighbours: Neighbours = new Map();
  const of = (id: string) => {
    const known = neighbours.get(id) ?? { left: [], right: [] };
    neighbours.set(id, known);
    return known;
  };
  for (const path of paths) {
    for (const [index, next] of path.slice(1).entries()) {
      const id = path[index] ?? '';
      of(id).right.push(next);
      of(next).left.push(id);
    }
  }
  return neighbours;
}

/** From left to right and back, each column by the middle of what its cells are tied to on the side one comes from. */
function order(columns: Cell[][], paths: readonly string[][]): void {
  const neighbours = neighboursOf(paths);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const side = sweep % 2 === 0 ? 'left' : 'right';
    const middles = new Map<string, number>();
    for (const column of side === 'left' ? columns : columns.toReversed()) {
      const wanted = column.map((cell, index) => {
        const around = (neighbours.get(cell.id)?.[side] ?? []).map((other) => middles.get(other) ?? 0.5);
        const own = (index + 0.5) / column.length;
        return { cell, at: around.length === 0 ? own : average(around) };
      });
      column.splice(0, column.length, ...wanted.sort((a, b) => a.at - b.at).map(({ cell }) => cell));
      for (const [index, { id }] of column.entries()) middles.set(id, (index + 0.5) / column.length);
    }
  }
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function heightOf(column: readonly Cell[]): number {
  return column.reduce((sum, { topic }) => sum + (topic ? box.height : bendHeight) + gap.y, -gap.y);
}

/** Left edge and middle of each cell; a column that is not full spreads over the whole height. */
function place(columns: readonly Cell[][], height: number): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const [index, column] of columns.entries()) {
    const spare = (height - heightOf(column)) / (column.length + 1);
    let top = spare;
    for (const { id, topic } of column) {
      const own = topic ? box.height : bendHeight;
      places.set(id, { x: index * (box.width + gap.x), y: top + own / 2 });
      top += own + gap.y + spare;
    }
  }
  return places;
}
