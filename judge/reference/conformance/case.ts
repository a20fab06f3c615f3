import type { Tensor } from '@tensorflow/tfjs-core';
import type { Exact } from './oracle.ts';

/** An operation on a backend, and what it is in plain arithmetic. Several cases may belong to one operation. */
export type ConformanceCase = {
  operation: string;
  /** The largest error that is let pass, as a share of the size of what is computed; 0: to the bit. */
  bound: number;
  compute(): Tensor;
  /** Values alone where their own size is what an error is measured by. */
  exact(): ArrayLike<number> | Exact;
};
