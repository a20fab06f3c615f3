import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { asTypedArray, type PlainData } from '../plain-data.ts';
import { ruleFor } from './walk.ts';

/** The largest |actual − expected| / allowed of two outputs that are built alike. */
export function worstShare(expected: PlainData, actual: PlainData, rules: ToleranceRules): number {
  const known = new Map<string, Tolerance>();
  const ruleAt = (path: string): Tolerance => {
    const rule = known.get(path) ?? ruleFor(path, rules);
    known.set(path, rule);
    return rule;
  };
  function visit(want: PlainData, got: PlainData, path: string): number {
    if (typeof want === 'number' && typeof got === 'number') return share(want, got, ruleAt(path));
    const wants = elementsOf(want);
    if (wants) return largest(wants, elementsOf(got) ?? [], path);
    if (!(isRecord(want) && isRecord(got))) return 0;
    const shares = Object.entries(want).map(([key, value]) =>
      visit(value, got[key], path === '' ? key : `${path}.${key}`),
    );
    return Math.max(0, ...shares);
  }
  function largest(wants: ArrayLike<PlainData>, gots: ArrayLike<PlainData>, path: string): number {
    let worst = 0;
    for (let i = 0; i < wants.length; i++) worst = Math.max(worst, visit(wants[i], gots[i], path));
    return worst;
  }
  return visit(expected, actual, '');
}

function share(expected: number, actual: number, rule: Tolerance): number {
  if (rule.kind !== 'allclose' || Object.is(expected, actual)) return 0;
  const error = Math.abs(actual - expected);
  return error === 0 ? 0 : error / (rule.atol + rule.rtol * Math.abs(expected));
}

function elementsOf(value: PlainData): ArrayLike<PlainData> | undefined {
  return asTypedArray(value) ?? (Array.isArray(value) ? value : undefined);
}

function isRecord(value: PlainData): value is { [key: string]: PlainData } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
