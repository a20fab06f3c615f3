import type { Args, LayerSpec } from '../include/model.ts';

type Params = {
  inputShape: number[];
  layers: (
    | { kind: 'dense'; units: number; bias?: boolean }
    | { kind: 'conv2d'; filters: number; kernelSize: [number, number]; bias?: boolean }
    | { kind: 'flatten' }
  )[];
  threshold: number;
  /** Standard deviation of the weights. */
  scale?: number;
  /** Weights are rounded to multiples of this power of two, so that many of them equal the threshold. */
  grid?: number;
};

/** A network with normally distributed weights, rounded to float32. */
export function generate({ random, params }: { random: () => number; params: Params }): { args: Args } {
  const { inputShape, threshold, scale = 0.5, grid } = params;
  const weights = (length: number) =>
    Float32Array.from({ length }, () => {
      const value = scale * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return grid === undefined ? value : Math.round(value / grid) * grid;
    });
  let shape = inputShape;
  const layers = params.layers.map((layer): LayerSpec => {
    if (layer.kind === 'flatten') {
      shape = [shape.reduce((product, size) => product * size, 1)];
      return layer;
    }
    const channels = shape.at(-1) ?? 0;
    if (layer.kind === 'dense') {
      const { units } = layer;
      shape = [...shape.slice(0, -1), units];
      const kernel = weights(channels * units);
      return { kind: 'dense', units, kernel, bias: layer.bias === false ? null : weights(units) };
    }
    const { filters, kernelSize } = layer;
    const [height = 0, width = 0] = shape;
    shape = [height - kernelSize[0] + 1, width - kernelSize[1] + 1, filters];
    const kernel = weights(kernelSize[0] * kernelSize[1] * channels * filters);
    return {
      kind: 'conv2d',
      filters,
      kernelSize,
      kernel,
      bias: layer.bias === false ? null : weights(filters),
    };
  });
  return { args: { inputShape, layers, threshold } };
}
