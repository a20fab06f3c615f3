/** The matrix with every row scaled to length 1. */
export declare function normalizeRows(rows: readonly (readonly number[])[]): number[][];
