type Sizes = { inputs: number; hidden: number; outputs: number };

/** All matrices row after row. */
export type Mlp = Sizes & {
  /** `inputs` rows, `hidden` columns. */
  a: Float64Array;
  biasA: Float64Array;
  /** `hidden` rows, `outputs` columns. */
  b: Float64Array;
  biasB: Float64Array;
};

/** The part of an MLP that one rank keeps; `hidden` counts its own units. */
export type Shard = Sizes & {
  a: Float64Array;
  biasA: Float64Array;
  b: Float64Array;
  /** With rank 0 alone. */
  biasB: Float64Array | null;
};

/** The part of the layer that each rank keeps. */
export declare function splitMlp(mlp: Mlp, ranks: number): Shard[];

/** What one rank contributes to the output. */
export declare function runShard(shard: Shard, x: Float64Array): Float64Array;

/** What each rank sends in a ring all-reduce of so many numbers of so many bytes. */
export declare function allReduceBytes(numbers: number, bytes: number, ranks: number): number;
