/** A matrix of which two of every four neighbours in a row are kept. */
export type Compressed = {
  /** Two of each group, by position. */
  values: Float32Array;
  /** Four bits a group: the smaller position, and four times the larger. */
  metadata: Uint8Array;
  /** Of the whole matrix. */
  columns: number;
};

/** Keeps two of every four neighbours in a row, and packs them. */
export declare function compress(weights: Float32Array, columns: number): Compressed;

/** The pruned matrix, zeros included. */
export declare function expand(compressed: Compressed): Float32Array;
