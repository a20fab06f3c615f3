import { type ConformanceRow, wrong } from '../../conformance.ts';
import { tf } from '../guest/tf.ts';
import type { ConformanceCase } from './case.ts';
import { exactCases } from './exact-cases.ts';
import { floatCases } from './float-cases.ts';
import type { Exact } from './oracle.ts';

/** Computes every case on the backend in use, and tells the worst error of each operation. */
export function measureConformance(
  cases: ConformanceCase[] = [...exactCases, ...floatCases],
): ConformanceRow[] {
  const rows = new Map<string, ConformanceRow>();
  for (const { operation, bound, compute, exact } of cases) {
    const computed = tf.tidy(() => compute().dataSync());
    const error = worstError(computed, sized(exact()));
    const row = rows.get(operation) ?? { operation, worst: 0, bound };
    rows.set(operation, { ...row, worst: Math.max(row.worst, error) });
  }
  tf.disposeVariables();
  return [...rows.values()];
}

function sized(exact: ArrayLike<number> | Exact): Exact {
  return 'sizes' in exact ? exact : { values: exact, sizes: Array.from(exact, Math.abs) };
}

/** {@link wrong} where one is a number and the other is none, or there are not as many. */
export function worstError(computed: ArrayLike<number>, { values, sizes }: Exact): number {
  if (computed.length !== values.length) return wrong;
  let worst = 0;
  for (let i = 0; i < values.length; i++) {
    worst = Math.max(worst, errorOf(computed[i] ?? Number.NaN, values[i] ?? Number.NaN, sizes[i] ?? 0));
  }
  return worst;
}

function errorOf(computed: number, exact: number, size: number): number {
  if (computed === exact || Object.is(computed, exact)) return 0;
  const error = Math.abs(computed - exact) / size;
  return Number.isFinite(error) ? error : wrong;
}
