import type { Args } from '../include/layer.ts';

type Params = {
  in: number;
  out: number;
  transposed?: boolean;
  adapters: { rank: number; alpha: number; weight?: number; scaling?: 'standard' | 'rslora' }[];
};

/** A weight of variance 1 / in, and adapters of variance 1 / in and 1 / rank, rounded to float32. */
export function generate({ random, params }: { random: () => number; params: Params }): { args: Args } {
  const normals = (length: number, deviation: number) =>
    Float32Array.from(
      { length },
      () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    );
  const { adapters, ...shape } = params;
  const base = { ...shape, values: normals(shape.in * shape.out, 1 / Math.sqrt(shape.in)) };
  return {
    args: {
      base,
      adapters: adapters.map((adapter) => ({
        ...adapter,
        a: normals(adapter.rank * shape.in, 1 / Math.sqrt(shape.in)),
        b: normals(shape.out * adapter.rank, 1 / Math.sqrt(adapter.rank)),
      })),
    },
  };
}
