type Grid = {
  rows: number;
  columns: number;
  bits: number;
  /** One for each row. */
  scales: Float64Array;
};

/** A layer of which the columns before the next are done. */
export type GptqState = Grid & {
  /** Row after row. */
  weights: Float64Array;
  /** Of the Hessian of the columns that are left; 0 in the rows and columns that are done. */
  inverse: Float64Array;
};

export type GptqStep = {
  /** Of the column, one for each row. */
  codes: Int8Array;
  weights: Float64Array;
  inverse: Float64Array;
  loss: number;
};

export type GptqLayer = Grid & {
  weights: Float64Array;
  hessian: Float64Array;
  /** A share of the mean of the Hessian's diagonal. */
  damping: number;
};

export type GptqResult = {
  /** Of all weights, row after row. */
  codes: Int8Array;
  loss: number;
};

/** Quantizes one column and lets the columns after it make up for the error. */
export declare function gptqStep(state: GptqState, column: number): GptqStep;

/** Quantizes a layer column by column. */
export declare function gptq(layer: GptqLayer): GptqResult;
