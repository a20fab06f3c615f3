import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { asTypedArray, type PlainData, type TypedArray, typedArrayName } from '../plain-data.ts';
import { acceptsNumber } from './leaf.ts';
import { Tally } from './tally.ts';
import { kindOf } from './written.ts';

/** A field: its path without indices, the rule that holds there, and what was found in it. */
type Field = { path: string; rule: Tolerance; tally: Tally };

/** Ends the walk: the claimed output is not built like the expected one. `path` has its indices. */
export type Misfit = { path: string; expected: string; actual: string };

export type Walk = { misfit: Misfit | null; tallies: Tally[] };

/** Walks over the expected output and holds the claimed one against it; stops at the first misfit. */
export function walk(expected: PlainData, claimed: unknown, rules: ToleranceRules): Walk {
  const fieldAt = openFields(rules);
  // Where the walk stands: keys and indices from the root, and the indices alone.
  const trail: (string | number)[] = [];
  const index: number[] = [];

  function visit(want: PlainData, got: unknown, field: Field): Misfit | null {
    if (want === null || typeof want !== 'object') return visitLeaf(want, got, field);
    const array = asTypedArray(want);
    if (array) return visitTyped(array, got, field);
    if (Array.isArray(want)) return visitArray(want, got, field);
    return visitObject(want as Record<string, PlainData>, got, field);
  }

  function visitTyped(want: TypedArray, got: unknown, field: Field): Misfit | null {
    const dtype = field.rule.kind === 'rounded' ? field.rule.dtype : typedArrayName(want);
    const actual = asTypedArray(got);
    if (!actual || typedArrayName(actual) !== dtype || actual.length !== want.length) {
      return misfit(`${dtype} of ${want.length}`, kindOf(got));
    }
    const { tally } = field;
    const rule = ruleOf(dtype, field.rule);
    const float32 = dtype === 'Float32Array';
    const at = index.push(0) - 1;
    for (let i = 0; i < want.length; i++) {
      const expectedValue = want[i] ?? Number.NaN;
      const actualValue = actual[i] ?? Number.NaN;
      if (isNotFinite(expectedValue, actualValue)) {
        trail.push(i);
        return misfit(finite, String(actualValue));
      }
      if (acceptsNumber(expectedValue, actualValue, rule)) continue;
      index[at] = i;
      tally.addWrong(expectedValue, actualValue, { index, float32, rule });
    }
    index.pop();
    tally.total += want.length;
    return null;
  }

  function visitArray(want: PlainData[], got: unknown, field: Field): Misfit | null {
    if (!Array.isArray(got) || got.length !== want.length) {
      return misfit(`an array of ${want.length}`, kindOf(got));
    }
    for (let i = 0; i < want.length; i++) {
      trail.push(i);
      if (!Object.hasOwn(got, i)) return misfit(kindOf(want[i]), 'a hole in the array');
      index.push(i);
      const found = visit(want[i], got[i], field);
      if (found) return found;
      index.pop();
      trail.pop();
    }
    return null;
  }

  function visitObject(want: Record<string, PlainData>, got: unknown, { path }: Field): Misfit | null {
    const keys = Object.keys(want);
    if (!isPlainObject(got) || !hasExactly(got, keys)) return misfit(kindOf(want), kindOf(got));
    for (const key of keys) {
      trail.push(key);
      const found = visit(want[key], got[key], fieldAt(path === '' ? key : `${path}.${key}`));
      if (found) return found;
      trail.pop();
    }
    return null;
  }

  function visitLeaf(want: Leaf, got: unknown, { rule, tally }: Field): Misfit | null {
    if (!isSameKind(want, got)) return misfit(kindOf(want), kindOf(got));
    if (isNotFinite(want, got)) return misfit(finite, String(got));
    tally.total += 1;
    const accepted =
      typeof want === 'number' && typeof got === 'number'
        ? acceptsNumber(want, got, rule)
        : got === want || rule.kind === 'structure';
    if (!accepted) tally.addWrong(want, got, { index, float32: false, rule });
    return null;
  }

  const misfit = (wanted: string, actual: string): Misfit => ({
    path: pathOf(trail),
    expected: wanted,
    actual,
  });
  const found = visit(expected, claimed, fieldAt(''));
  return { misfit: found, tallies: fieldAt.tallies() };
}

type Leaf = null | undefined | boolean | number | bigint | string;

// Integers are right or wrong, whatever their neighbours may be off by.
function ruleOf(dtype: string, rule: Tolerance): Tolerance {
  return rule.kind === 'allclose' && !dtype.startsWith('Float') ? { kind: 'exact' } : rule;
}

const finite = 'a finite number';

function isNotFinite(want: unknown, got: unknown): boolean {
  return Number.isFinite(want) && !Number.isFinite(got);
}

function isSameKind(want: Leaf, got: unknown): got is Leaf {
  return typeof got === typeof want && (got === null) === (want === null);
}

// A Map or a Date has no keys of its own and would pass for an empty object.
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function hasExactly(value: object, keys: string[]): boolean {
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

/** `layers[3].scale` */
function pathOf(trail: (string | number)[]): string {
  return trail
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

function openFields(rules: ToleranceRules) {
  const fields = new Map<string, Field>();
  const fieldAt = (path: string): Field => {
    const known = fields.get(path) ?? { path, rule: ruleFor(path, rules), tally: new Tally(path) };
    fields.set(path, known);
    return known;
  };
  return Object.assign(fieldAt, { tallies: () => [...fields.values()].map(({ tally }) => tally) });
}

/** The rule of the longest path that is the field or leads to it. */
export function ruleFor(field: string, rules: ToleranceRules): Tolerance {
  const paths = Object.keys(rules.fields)
    .filter((path) => field === path || field.startsWith(`${path}.`))
    .sort((a, b) => b.length - a.length);
  const longest = paths[0];
  return (longest === undefined ? undefined : rules.fields[longest]) ?? rules.default;
}
