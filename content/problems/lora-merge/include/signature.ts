/** The weight of a linear layer. */
export type BaseWeight = {
  in: number;
  out: number;
  /** `out` rows of `in` numbers; where `transposed`, `in` rows of `out` numbers. */
  values: Float32Array;
  transposed?: boolean;
};

export type Adapter = {
  rank: number;
  alpha: number;
  /** `rank` rows of `in` numbers. */
  a: Float32Array;
  /** `out` rows of `rank` numbers. */
  b: Float32Array;
  /** 1 where left out. */
  weight?: number;
  /** `standard` where left out. */
  scaling?: 'standard' | 'rslora';
};

/** The weight with all adapters added in, stored as it was. */
export declare function mergeLora(base: BaseWeight, adapters: readonly Adapter[]): Float32Array;
