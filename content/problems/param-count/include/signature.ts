/** One layer of a network, by the sizes that decide how many parameters it has. */
export type Layer =
  | { kind: 'dense'; inFeatures: number; outFeatures: number; bias?: boolean }
  | {
      kind: 'conv2d';
      inChannels: number;
      outChannels: number;
      kernelSize: [number, number];
      groups?: number;
      bias?: boolean;
    }
  | { kind: 'embedding'; vocabSize: number; embeddingDim: number }
  | { kind: 'layerNorm'; features: number; affine?: boolean }
  | { kind: 'rmsNorm'; features: number }
  | { kind: 'batchNorm'; features: number; affine?: boolean }
  | {
      kind: 'multiHeadAttention';
      embedDim: number;
      numHeads: number;
      kvHeads?: number;
      headDim?: number;
      bias?: boolean;
    };

/** The number of trainable parameters of all layers together. */
export declare function countParameters(layers: readonly Layer[]): number;
