import type { Layer } from './signature.ts';

export function countParameters(layers: readonly Layer[]): number {
  return layers.reduce(
    (total, layer) => total + (layer.kind === 'dense' ? layer.inputs * layer.outputs : 0),
    0,
  );
}
