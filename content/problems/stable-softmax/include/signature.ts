export type SoftmaxRows = {
  /** Laid out like the logits. */
  probabilities: Float64Array;
  /** One for each row. */
  logSumExp: Float64Array;
};

/** Softmax and the logarithm of the sum of exponentials, row by row. */
export declare function softmaxRows(logits: Float64Array, columns: number): SoftmaxRows;
