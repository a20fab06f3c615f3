/** Whether a figure stays where it is: a straight line through its windows, and how far that goes from start to end. */

export type Tolerance = {
  /** Share of the mean that it may rise by. */
  share: number;
  /** A rise smaller than this is none, however small the mean. */
  least: number;
};

export type Drift = {
  figure: string;
  mean: number;
  /** From the first window to the last, by least squares; what falls is below zero. */
  rise: number;
  allowed: number;
  flat: boolean;
};

/** Throws where there are too few values to tell. */
export function driftOf(figure: string, values: readonly number[], { share, least }: Tolerance): Drift {
  const count = values.length;
  if (count < 3) throw new Error(`${figure}: ${count} windows say nothing; run it longer`);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const middle = (count - 1) / 2;
  let covariance = 0;
  let variance = 0;
  for (const [index, value] of values.entries()) {
    covariance += (index - middle) * (value - mean);
    variance += (index - middle) ** 2;
  }
  const rise = (covariance / variance) * (count - 1);
  const allowed = Math.max(least, share * mean);
  return { figure, mean: round(mean), rise: round(rise), allowed: round(allowed), flat: rise <= allowed };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
