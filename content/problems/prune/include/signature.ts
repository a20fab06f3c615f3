import type * as tf from '@tensorflow/tfjs';

/** What pruning did. `sparsity` is `zeros / total`, between 0 and 1. */
export type PruneReport = { total: number; zeros: number; sparsity: number };

/** Sets every weight below the threshold in magnitude to zero, in place. */
export declare function prune(model: tf.LayersModel, threshold: number): PruneReport;
