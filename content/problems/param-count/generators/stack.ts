import type { Layer } from '../include/signature.ts';

/** Layers in order; `repeat` stands for that many copies of a block, and blocks may hold blocks. */
type Item = Layer | { repeat: number; layers: Item[] };

type Params = {
  layers: Item[];
  /** The total its authors, or the makers of a well-known implementation, publish. The reference must agree. */
  published?: number;
};

/** A network written block by block, as papers do. */
export function generate({ params: { layers, published } }: { params: Params }) {
  return { args: { layers: expand(layers) }, heldOut: published === undefined ? {} : { published } };
}

function expand(items: Item[]): Layer[] {
  return items.flatMap((item): Layer[] => {
    if ('kind' in item) return [item];
    return Array.from({ length: item.repeat }, () => expand(item.layers)).flat();
  });
}
