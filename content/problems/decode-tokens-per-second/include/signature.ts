export type Model = {
  parameters: number;
  /** Those that take part in one token; all where left out. */
  activeParameters?: number;
  /** Of a weight, with its share of scales; need not be whole. */
  bits: number;
  /** Of keys and values of one token, over all layers. */
  cacheBytes: number;
};

/** Bandwidth, peak and memory are those of one GPU. */
export type Machine = {
  /** Bytes a second. */
  bandwidth: number;
  /** Operations a second. */
  peak: number;
  /** Bytes. */
  memory: number;
  /** 1 where left out. */
  gpus?: number;
};

export type Step = {
  seconds: number;
  /** Of all sequences together. */
  tokensPerSecond: number;
  bound: 'bandwidth' | 'compute';
  fits: boolean;
};

/** How long a decoding step takes at best, by bandwidth and arithmetic. */
export declare function decodeStep(model: Model, machine: Machine, contexts: readonly number[]): Step;
