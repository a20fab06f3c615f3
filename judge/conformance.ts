import type { BackendName } from './backend.ts';

/** The worst error of an operation on a backend, and the most that is let pass. */
export type ConformanceRow = {
  operation: string;
  /** |computed − exact| as a share of the size of what is computed; 0 where it is exact to the bit. */
  worst: number;
  bound: number;
};

/** How a backend fares against plain arithmetic in double precision. */
export type Conformance = {
  backend: BackendName;
  device: string;
  rows: ConformanceRow[];
  /** What the check took in the engine's process. */
  ms: number;
};

export function rowsOutside({ rows }: Pick<Conformance, 'rows'>): ConformanceRow[] {
  // Written so that NaN is outside.
  return rows.filter(({ worst, bound }) => !(worst <= bound));
}

/** `softmax 3.1e-2 (1e-6 allowed)`, for all that is outside. */
export function tellOutside(conformance: Pick<Conformance, 'rows'>): string {
  return rowsOutside(conformance)
    .map(
      ({ operation, worst, bound }) => `${operation} ${writtenError(worst)} (${writtenError(bound)} allowed)`,
    )
    .join(', ');
}

/** `0`, `5.9e-8`; what is no number at all is `wrong`. */
export function writtenError(error: number): string {
  if (error === 0) return '0';
  return error >= wrong ? 'wrong' : error.toExponential(1);
}

/** Stands for an error without size: NaN for a number, or a number for NaN. JSON has no infinity. */
export const wrong = Number.MAX_VALUE;
