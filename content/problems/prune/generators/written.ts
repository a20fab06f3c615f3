import type { Args } from '../include/model.ts';

type Params = {
  /** The kernel, row after row: one row an input, one column a unit. */
  kernel: number[][];
  bias?: number[];
  threshold: number;
};

/** One dense layer with weights written out by hand. */
export function generate({ params }: { params: Params }): { args: Args } {
  const { kernel, bias, threshold } = params;
  const units = kernel[0]?.length ?? 0;
  const layer = {
    kind: 'dense' as const,
    units,
    kernel: Float32Array.from(kernel.flat()),
    bias: bias ? Float32Array.from(bias) : null,
  };
  return { args: { inputShape: [kernel.length], layers: [layer], threshold } };
}
