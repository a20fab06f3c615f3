export type SamplingOptions = {
  /** 1 where left out; 0 takes the largest. */
  temperature?: number;
  /** All where left out. */
  topK?: number;
  /** 1 where left out. */
  topP?: number;
};

export type Sampled = {
  /** The tokens that stay, the most probable first. */
  tokens: number[];
  /** Of these tokens; they add up to 1. */
  probabilities: Float64Array;
  /** The one that was drawn. */
  token: number;
};

/** Which tokens stay, with which probabilities, and which of them is drawn by `uniform`, a number from 0 to 1. */
export declare function sampleToken(logits: Float64Array, options: SamplingOptions, uniform: number): Sampled;
