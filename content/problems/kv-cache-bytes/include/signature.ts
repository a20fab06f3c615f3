/** What of a model and its serving decides how large its KV cache is. */
export type CacheSpec = {
  layers: number;
  /** Query heads. */
  numHeads: number;
  /** Heads of keys and values; as many as `numHeads` where left out. */
  kvHeads?: number;
  headDim: number;
  /** Of each number: 4, 8, 16 or 32; 16 where left out. */
  bits?: number;
  /** So many neighbouring numbers of a head share a scale of 16 bits; no scales where left out. */
  scaleGroup?: number;
  /** So many of the last tokens are kept; all where left out. */
  window?: number;
  /** Tokens in a page; 1 where left out. */
  pageTokens?: number;
};

/** The bytes that keys and values of all sequences take together. */
export declare function kvCacheBytes(model: CacheSpec, tokens: readonly number[]): number;
