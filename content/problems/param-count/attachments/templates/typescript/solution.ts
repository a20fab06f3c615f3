import type { Layer } from './signature.ts';

/** The number of trainable parameters of all layers together. */
export function countParameters(layers: readonly Layer[]): number {
  let total = 0;
  for (const layer of layers) {
    switch (layer.kind) {
      case 'dense':
        total += layer.inFeatures * layer.outFeatures;
        break;
      // The other kinds, biases and bad sizes are yours.
    }
  }
  return total;
}
